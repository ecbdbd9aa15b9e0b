import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';
import { measureSlowness } from './test/setup/machine-speed.ts';

/** Files that start a whole product, and live its short years in real time. */
const wholeProduct = [
  'test/e2e/*.test.ts',
  'test/fleet/*.test.ts',
  'test/browser/{console,guide-and-live,renewal}.test.ts',
];

const slowness = await measureSlowness();
const limitMs = (referenceMs: number): number => Math.round(referenceMs * Math.max(1, slowness));

const ofEachProject = {
  pool: 'forks' as const,
  execArgv: [
    // More workers than processors: helpers of the garbage collector would only take turns with the tests.
    '--single-threaded-gc',
    '--max-semi-space-size=32',
    `--import=${new URL('test/setup/end-with-parent.mjs', import.meta.url).href}`,
  ],
  // No file changes a module or a global for another one, so that what all import is loaded once for each worker.
  isolate: false,
  testTimeout: limitMs(30_000),
  hookTimeout: limitMs(60_000),
};

export default defineConfig({
  test: {
    // Once for all projects.
    globalSetup: ['test/setup/global-setup.ts'],
    provide: { slowness },
    reporters: ['default', './test/setup/counts-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    teardownTimeout: 20_000,
    projects: [
      {
        test: {
          ...ofEachProject,
          name: 'parts',
          provide: { isAmongOthers: true },
          include: ['test/**/*.test.ts'],
          exclude: wholeProduct,
          // Files that run real processes mostly wait for them.
          maxWorkers: 2 * Math.min(2, availableParallelism()),
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...ofEachProject,
          name: 'product',
          include: wholeProduct,
          // After the rest, and one at a time unless the machine has time for two: a short year does not wait.
          maxWorkers: slowness < 1.4 ? 2 : 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
