import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files of each project: at the end of a run, one of them would run alone. */
const longest = [
  'e2e/journey',
  'fleet/fleet',
  'e2e/restart',
  'e2e/crash',
  'browser/renewal',
  'browser/guide-and-live',
  'browser/console',
  'api/imports',
  'api/connect',
  'browser/frame',
  'dev/start',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
