import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files of each project: at the end of a run, one of them would run alone. */
const longest = [
  'fleet/fleet',
  'e2e/journey',
  'browser/guide-and-live',
  'e2e/crash',
  'browser/console',
  'e2e/start-under-requests',
  'browser/renewal',
  'api/store-restart',
  'dev/start',
  'api/liars',
  'api/connect',
  'api/imports',
  'api/service',
  'browser/frame',
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
