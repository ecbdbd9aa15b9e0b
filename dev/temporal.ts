import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { minimalEnv } from './minimal-env.ts';
import type { Part } from './part.ts';
import { findTemporalCli } from './temporal-binary.ts';
import type { Search } from './temporal-binary.ts';

export interface TemporalOptions extends Search {
  /** Where the server keeps its state; absent: in memory. */
  readonly stateDir?: string;
  readonly port: number;
  /** Absent: no UI. */
  readonly uiPort?: number;
  readonly namespace: string;
}

/** Prepares Temporal's dev server, on loopback only. Its state file names the version: it cannot be read by another one. */
export async function prepareTemporal(
  options: TemporalOptions,
): Promise<{ part: Part; address: string; version: string }> {
  const { stateDir, port, uiPort, namespace } = options;
  const { path, version } = await findTemporalCli(options);
  if (stateDir !== undefined) await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const address = `127.0.0.1:${port}`;
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'];
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]));
  if (stateDir !== undefined) args.push('--db-filename', join(stateDir, `temporal-${version}.db`));
  if (namespace !== 'default') args.push('--namespace', namespace);
  // One store's signal waits up to 50 ms in the dev server's single shard without the first; a search attribute added a
  // moment ago is unknown for a minute without the second.
  args.push('--dynamic-config-value', 'history.transferProcessorMaxPollRPS=1000');
  args.push('--dynamic-config-value', 'system.forceSearchAttributesCacheRefreshOnRead=true');
  const part: Part = {
    name: 'temporal',
    port,
    command: { file: path, args, env: minimalEnv() },
    isReady: () => knowsNamespace(address, namespace),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    deathSignal: 'SIGKILL',
  };
  return { part, address, version };
}

/** The port is open before the server can serve: only an answer about the namespace counts. */
async function knowsNamespace(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(Date.now() + 1000, () => connection.workflowService.describeNamespace({ namespace }));
    return true;
  } finally {
    await connection.close();
  }
}
