import { defineConfig } from 'vitest/config';

/** `npm run fleet`: one long run, as it is asked for on the command line. Temporal in memory is the run's own. */
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
