import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';
import { maxSlowness, measureSlowness } from './test/setup/machine-speed.ts';

/** Files that start a whole product, whose short years pass in real time: they run after the rest. */
const wholeProduct = [
  'test/e2e/*.test.ts',
  'test/fleet/*.test.ts',
  'test/browser/{console,guide-and-live,renewal}.test.ts',
];

/** Some seconds on a busy machine, until one sample was not interrupted. */
const slowness = await measureSlowness(8);
// One at a time, unless the machine has room for more: a short year does not wait for a busy processor.
const productsAtOnce = slowness < 1.15 ? 3 : slowness < 1.4 ? 2 : 1;
const limitMs = (referenceMs: number): number => Math.round(referenceMs * Math.min(maxSlowness, Math.max(1, slowness)));

export const projectDefaults = {
  pool: 'forks' as const,
  execArgv: [
    // There are more workers than processors: further threads for the garbage collector would slow the tests down.
    '--single-threaded-gc',
    '--max-semi-space-size=32',
    `--import=${new URL('test/setup/end-with-parent.mjs', import.meta.url).href}`,
  ],
  // No file changes a module or a global, so a worker loads what all files import only once.
  isolate: false,
  testTimeout: limitMs(30_000),
  hookTimeout: limitMs(60_000),
};

export default defineConfig({
  test: {
    // Runs once for all projects.
    globalSetup: ['test/setup/global-setup.ts'],
    provide: { slowness },
    reporters: ['default', './test/setup/counts-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    teardownTimeout: 20_000,
    projects: [
      {
        test: {
          ...projectDefaults,
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
          ...projectDefaults,
          name: 'product',
          include: wholeProduct,
          provide: { filesAtOnce: productsAtOnce },
          setupFiles: ['test/setup/measure-at-start.ts'],
          maxWorkers: productsAtOnce,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
