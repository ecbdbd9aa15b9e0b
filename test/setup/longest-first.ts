import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files of each project: at the end of a run, one of them would run alone. */
const longest = [
  'e2e/journey',
  'fleet/fleet',
  'browser/renewal',
  'e2e/crash',
  'browser/guide-and-live',
  'browser/console',
  'e2e/restart',
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
