import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** `npm run bench`: ratios against a floor of the same run. */
export default defineConfig({
  test: { ...base.test, include: ['bench/*.bench.ts'], testTimeout: 300_000, maxWorkers: 1 },
});
