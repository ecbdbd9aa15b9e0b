import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user that PostgreSQL runs as when we are root, because it refuses to run as root; otherwise undefined. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" to run it as.');
}

function idOf(flag: string, name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

export function canRun(program: string, user: UnprivilegedUser | undefined): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

export function canWriteIn(dir: string, user: UnprivilegedUser | undefined): boolean {
  return (
    spawnSync('sh', ['-c', 'cd "$1" && test -w .', 'sh', dir], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** Folders that another user can reach because they are outside home folders, in order of preference. */
export function sharedDirs(): readonly string[] {
  return [join('/var', 'lib', 'perennial'), join(tmpdir(), `perennial-${process.getuid?.() ?? 0}`)];
}
