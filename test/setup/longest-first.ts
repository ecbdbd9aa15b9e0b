import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that run the whole product: whichever of them came last would be waited for alone. */
const long = /\/test\/(e2e|browser|fleet)\//;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
