import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json; every path of the bootstrap is relative to it. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An error that the user can fix; printed without a stack. */
export class UserError extends Error {}

/** One hash of the names and contents of files and folders (recursively); missing ones are skipped. */
export function hashOf(paths, isIncluded = () => true) {
  const hash = createHash('sha256');
  for (const path of paths
    .flatMap((entry) => filesIn(entry))
    .filter(isIncluded)
    .toSorted()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesIn(join(path, entry.name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

export function readIfExists(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Prints every ten seconds that the work continues, and at the end how long it took. */
export async function withProgress(what, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const ticker = setInterval(() => console.log(`  … still ${what} (${seconds()} s)`), 10_000);
  try {
    const result = await work();
    console.log(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
