import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { readIfThere } from './project.mjs';

/**
 * Runs vitest and ends with `N passed, N failed` alone on the last line: the reporter leaves its counts in a file,
 * because whatever vitest prints while it closes down would come after its reporters. Checks that failed before are named
 * again above that line, and count in it.
 */
export async function runTests(args, { alsoFailed = [] } = {}) {
  const countsFile = join(tmpdir(), `perennial-counts-${process.pid}.json`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args];
  const code = await runChild(process.execPath, vitest, { PERENNIAL_COUNTS_FILE: countsFile });
  const written = readIfThere(countsFile);
  rmSync(countsFile, { force: true });
  const counts = written === undefined ? { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 } : JSON.parse(written);
  // A run that fails outside every test (a hung close, a broken set-up) must not look like a pass.
  const failed = counts.failed + alsoFailed.length + (code !== 0 && counts.failed === 0 ? 1 : 0);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  if (alsoFailed.length > 0) console.log(`Failed before the tests: ${alsoFailed.join(', ')}`);
  console.log(`${counts.passed} passed, ${failed} failed${skipped}`);
  return code === 0 && failed > 0 ? 1 : code;
}
