import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { watchOver } from './watchdog.ts';

/** What to run, as whom. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whom to step down to when we are root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export type DeathSignal = 'SIGKILL' | 'SIGINT';

export type BoundProcess = ChildProcess & { stdout: Readable; stderr: Readable };

let kernelBinds: boolean | undefined;

/**
 * Starts a process that cannot outlive us, not even when we are killed with -9: `deathSignal` is sent to it then, by the
 * kernel on Linux, elsewhere by a watchdog. It has a session of its own, so Ctrl-C in our terminal reaches only us and
 * we choose the order in which things stop.
 */
export function spawnBound(command: Command, deathSignal: DeathSignal): BoundProcess {
  kernelBinds ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true']).status === 0;
  const { file, args, env, cwd, user } = command;
  const [boundFile, boundArgs] = kernelBinds
    ? ['setpriv', ['--pdeathsig', deathSignal.slice(3), '--', file, ...args]]
    : [file, [...args]];
  const child = spawn(boundFile, boundArgs, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], cwd, ...user });
  if (!kernelBinds) watchOver(child, deathSignal);
  return child;
}
