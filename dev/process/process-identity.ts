import { spawnSync } from 'node:child_process';
import { pollUntil } from './poll-until.ts';
import { readIfExists } from './read-if-exists.ts';

/**
 * The start time of a process, which tells it from a later process with the same id. Undefined when no such process
 * runs; a zombie does not.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const text = stdout.trim();
  return status === 0 && text !== '' && !text.startsWith('Z') ? text.replace(/^\S+\s+/, '') : undefined;
}

function linuxIdentity(pid: number): string | undefined {
  const stat = readIfExists(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in parentheses may itself hold spaces and parentheses, so fields are counted from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** Ends a process of an earlier run and waits until it is gone. A process that took over its id is left alone. */
export async function endLeftoverProcess(
  pid: number,
  identity: string,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<void> {
  const isGone = (): boolean => processIdentity(pid) !== identity;
  for (const attempt of [signal, 'SIGKILL'] as const) {
    if (isGone()) return;
    process.kill(pid, attempt);
    await pollUntil(isGone, withinMs);
  }
}
