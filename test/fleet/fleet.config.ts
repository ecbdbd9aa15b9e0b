import { defineConfig } from 'vitest/config';

/** `npm run fleet`: one long run with the options of the command line. The run starts Temporal in memory itself. */
export default defineConfig({
  test: {
    include: ['test/fleet/long-run.ts'],
    globalSetup: ['test/setup/global-setup.ts'],
    pool: 'forks',
    disableConsoleIntercept: true,
    testTimeout: 6 * 3_600_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
  },
});
