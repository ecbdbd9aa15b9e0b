import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Tells a process apart from a later one with the same id: its start time. Undefined when no such process lives
 * (a zombie does not).
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const text = stdout.trim();
  return status === 0 && text !== '' && !text.startsWith('Z') ? text.replace(/^\S+\s+/, '') : undefined;
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses: fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Ends a process left by an earlier run of ours, and waits until it is gone. Never touches another one with its id. */
export async function endLeftover(
  pid: number,
  identity: string,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<void> {
  const lives = (): boolean => processIdentity(pid) === identity;
  for (const attempt of [signal, 'SIGKILL'] as const) {
    if (!lives()) return;
    process.kill(pid, attempt);
    const deadline = Date.now() + withinMs;
    while (lives() && Date.now() < deadline) await delay(50);
  }
}
