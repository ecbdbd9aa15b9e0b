import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

/** The PostgreSQL server that runs on this data. */
export function runningServer(dataDir: string): { pid: number; identity: string } | undefined {
  const pid = Number(readFirstLine(join(dataDir, 'postmaster.pid')));
  const identity = pid > 0 ? processIdentity(pid) : undefined;
  return identity !== undefined && servesFrom(pid, dataDir) ? { pid, identity } : undefined;
}

/** The process id in the file may meanwhile belong to anything. */
function servesFrom(pid: number, dataDir: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const commandLine = readFirstLine(`/proc/${pid}/cmdline`) ?? stdout ?? '';
  return commandLine.includes('postgres') && commandLine.includes(dataDir);
}

function readFirstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}
