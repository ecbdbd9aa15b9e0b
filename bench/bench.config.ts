import { defineConfig } from 'vitest/config';
import base, { projectDefaults } from '../vitest.config.ts';

/** `npm run bench`: ratios against a floor of the same run. */
export default defineConfig({
  test: {
    ...base.test,
    ...projectDefaults,
    projects: undefined,
    include: ['bench/*.bench.ts'],
    testTimeout: 300_000,
    maxWorkers: 1,
  },
});
