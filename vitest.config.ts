import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global-setup.ts'],
    reporters: ['default', './test/setup/counts-reporter.ts'],
    pool: 'forks',
    // More workers than processors: helpers of the garbage collector would only take turns with the tests.
    execArgv: ['--single-threaded-gc', '--max-semi-space-size=32'],
    // Files that run real processes mostly wait for them.
    maxWorkers: 4,
    // No file changes a module or a global for another one, so that what all import is loaded once for each worker.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
