import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

/** Another start runs in the same data folder. */
class AlreadyRunning extends Error {
  constructor(pid: number, dataDir: string) {
    super(
      `Perennial already runs here: process ${pid} uses ${dataDir}. Stop that one (Ctrl-C in its terminal, or kill ${pid}), or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * Claims a data folder for this process; the answer gives it back. A lock whose owner died counts for nothing.
 * @throws AlreadyRunning
 */
export function claimDataDir(dataDir: string): () => void {
  const claimed = tryLock(join(dataDir, 'start.lock'));
  if (typeof claimed === 'number') throw new AlreadyRunning(claimed, dataDir);
  return claimed;
}

/** Takes a lock file for this process and answers how to unlock it, or the id of the living process that has it. */
export function tryLock(lock: string): (() => void) | number {
  const ours = `${process.pid} ${processIdentity(process.pid) ?? ''}`;
  const fresh = `${lock}.${process.pid}`;
  writeFileSync(fresh, ours, { mode: 0o600 });
  try {
    while (!tryToLink(fresh, lock)) {
      const owner = livingOwner(lock) ?? moveAway(lock, `${fresh}.stale`);
      if (owner !== undefined) return owner;
    }
  } finally {
    rmSync(fresh, { force: true });
  }
  return () => {
    if (read(lock) === ours) rmSync(lock, { force: true });
  };
}

/** A link to a complete file is the one creation that is both exclusive and never seen half-written. */
function tryToLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same dead lock: a living one that was moved away is put back, and its owner answered. */
function moveAway(lock: string, aside: string): number | undefined {
  try {
    renameSync(lock, aside);
  } catch {
    return undefined;
  }
  const owner = livingOwner(aside);
  if (owner !== undefined) tryToLink(aside, lock);
  rmSync(aside, { force: true });
  return owner;
}

function livingOwner(lock: string): number | undefined {
  const [pid, identity] = (read(lock) ?? '').split(/ (.*)/);
  return identity !== undefined && processIdentity(Number(pid)) === identity ? Number(pid) : undefined;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
