import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { endWithUs } from './watchdog.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The user to run it as. Default: ours. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export type DeathSignal = 'SIGKILL' | 'SIGINT';

export type TiedProcess = ChildProcess & { stdout: Readable; stderr: Readable };

let hasSetpriv: boolean | undefined;

/**
 * Starts a process that cannot outlive us, even after `kill -9`: it then gets `deathSignal`, from the kernel on Linux and
 * from a watchdog elsewhere. It has its own session, so that Ctrl-C reaches only us and we choose the order of stopping.
 */
export function spawnTied(command: Command, deathSignal: DeathSignal): TiedProcess {
  hasSetpriv ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true']).status === 0;
  const { file, args, env, cwd, user } = command;
  const [tiedFile, tiedArgs] = hasSetpriv
    ? ['setpriv', ['--pdeathsig', deathSignal.slice(3), '--', file, ...args]]
    : [file, [...args]];
  const child = spawn(tiedFile, tiedArgs, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], cwd, ...user });
  if (!hasSetpriv) endWithUs(child, deathSignal);
  return child;
}
