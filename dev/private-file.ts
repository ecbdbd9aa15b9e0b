import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file only we can read, complete or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const fresh = `${path}.new-${process.pid}`;
  writeFileSync(fresh, text, { mode: 0o600 });
  renameSync(fresh, path);
}

/** A folder for state and secrets; `passable` lets others go through it (not look into it), as PostgreSQL's user must. */
export function makePrivateDir(path: string, passable = false): void {
  try {
    const made = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (made !== undefined && passable) chmodSync(path, 0o711);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The folder ${path} cannot be made in ${dirname(path)} (${reason}). Set DATA_DIR to one that can.`,
      { cause: error },
    );
  }
}
