import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';
import { readIfExists } from './read-if-exists.ts';

/** Another `npm start` uses the same data folder. */
class AlreadyRunning extends Error {
  constructor(pid: number, dataDir: string) {
    super(
      `Perennial already runs here: process ${pid} uses ${dataDir}. Stop that one (Ctrl-C in its terminal, or kill ${pid}), or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * Locks a data folder for this process and returns the function that unlocks it. The lock of a dead process is ignored.
 * @throws AlreadyRunning
 */
export function lockDataDir(dataDir: string): () => void {
  const result = tryLock(join(dataDir, 'start.lock'));
  if (typeof result === 'number') throw new AlreadyRunning(result, dataDir);
  return result;
}

/** Creates a lock file and returns the function that removes it, or the id of the running process that has the lock. */
export function tryLock(lock: string): (() => void) | number {
  const content = `${process.pid} ${processIdentity(process.pid) ?? ''}`;
  const complete = `${lock}.${process.pid}`;
  writeFileSync(complete, content, { mode: 0o600 });
  try {
    while (!tryLink(complete, lock)) {
      const owner = runningOwner(lock) ?? removeStale(lock, `${complete}.stale`);
      if (owner !== undefined) return owner;
    }
  } finally {
    rmSync(complete, { force: true });
  }
  return () => {
    if (readIfExists(lock) === content) rmSync(lock, { force: true });
  };
}

/** Linking a complete file is exclusive, and no process sees a half-written lock. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same stale lock, so a valid lock that was moved aside is put back and its owner returned. */
function removeStale(lock: string, moved: string): number | undefined {
  try {
    renameSync(lock, moved);
  } catch {
    return undefined;
  }
  const owner = runningOwner(moved);
  if (owner !== undefined) tryLink(moved, lock);
  rmSync(moved, { force: true });
  return owner;
}

function runningOwner(lock: string): number | undefined {
  const [pid, identity] = (readIfExists(lock) ?? '').split(/ (.*)/);
  return identity !== undefined && processIdentity(Number(pid)) === identity ? Number(pid) : undefined;
}
