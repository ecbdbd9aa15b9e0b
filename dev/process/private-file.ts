import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorMessage } from './error-message.ts';

/** Writes a file that only its owner can read, complete or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const complete = `${path}.new-${process.pid}`;
  writeFileSync(complete, text, { mode: 0o600 });
  renameSync(complete, path);
}

/** Creates a folder for state and secrets; with `traversable`, other users may pass through it without listing it. */
export function makePrivateDir(path: string, { traversable = false } = {}): void {
  try {
    const created = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (created !== undefined && traversable) chmodSync(path, 0o711);
  } catch (error) {
    throw new Error(
      `The folder ${path} cannot be created in ${dirname(path)} (${errorMessage(error)}). Set DATA_DIR to a folder you can write to.`,
      { cause: error },
    );
  }
}
