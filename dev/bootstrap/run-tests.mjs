import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { readIfExists } from './project.mjs';

/**
 * Runs vitest and prints `N passed, N failed` as the last line. The counts come through a file, because vitest prints
 * more after its reporters have finished. Failed checks are repeated above that line and included in it.
 */
export async function runTests(args, { failedChecks = [] } = {}) {
  const countsFile = join(tmpdir(), `perennial-counts-${process.pid}.json`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args];
  const code = await runChild(process.execPath, vitest, { PERENNIAL_COUNTS_FILE: countsFile });
  const countsText = readIfExists(countsFile);
  rmSync(countsFile, { force: true });
  const counts =
    countsText === undefined ? { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 } : JSON.parse(countsText);
  // A run that fails outside the tests, for example in its set-up, counts as one failure.
  const failed = counts.failed + failedChecks.length + (code !== 0 && counts.failed === 0 ? 1 : 0);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  if (failedChecks.length > 0) console.log(`Failed before the tests: ${failedChecks.join(', ')}`);
  console.log(`${counts.passed} passed, ${failed} failed${skipped}`);
  return code === 0 && failed > 0 ? 1 : code;
}
