import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { processIdentity } from '../process/process-identity.ts';
import { readIfExists } from '../process/read-if-exists.ts';

/** The PostgreSQL server that runs on this data folder. */
export function findRunningServer(dataDir: string): { pid: number; identity: string } | undefined {
  const pid = Number(firstLine(join(dataDir, 'postmaster.pid')));
  const identity = pid > 0 ? processIdentity(pid) : undefined;
  return identity !== undefined && servesFrom(pid, dataDir) ? { pid, identity } : undefined;
}

/** The process id in the file may since have been given to another program. */
function servesFrom(pid: number, dataDir: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const commandLine = firstLine(`/proc/${pid}/cmdline`) ?? stdout ?? '';
  return commandLine.includes('postgres') && commandLine.includes(dataDir);
}

function firstLine(path: string): string | undefined {
  return readIfExists(path)?.split('\n')[0];
}
