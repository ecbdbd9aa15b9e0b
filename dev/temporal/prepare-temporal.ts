import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { minimalEnv } from '../process/minimal-env.ts';
import type { Service } from '../process/service.ts';
import { findTemporalCli } from './find-programs.ts';
import type { ProgramSearch } from './find-programs.ts';

export interface TemporalOptions extends ProgramSearch {
  /** The folder of the server's state. Default: in memory. */
  readonly stateDir?: string;
  readonly port: number;
  /** Default: no UI. */
  readonly uiPort?: number;
  readonly namespace: string;
}

/** Prepares Temporal's dev server on loopback. Its state file has the version in its name, as no other version can read it. */
export async function prepareTemporal(
  options: TemporalOptions,
): Promise<{ service: Service; address: string; version: string }> {
  const { stateDir, port, uiPort, namespace } = options;
  const { path, version } = await findTemporalCli(options);
  if (stateDir !== undefined) await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const address = `127.0.0.1:${port}`;
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'];
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]));
  if (stateDir !== undefined) args.push('--db-filename', join(stateDir, `temporal-${version}.db`));
  if (namespace !== 'default') args.push('--namespace', namespace);
  // Without the first, a signal waits up to 50 ms in the dev server's single shard; without the second, a new search
  // attribute stays unknown for a minute.
  args.push('--dynamic-config-value', 'history.transferProcessorMaxPollRPS=1000');
  args.push('--dynamic-config-value', 'system.forceSearchAttributesCacheRefreshOnRead=true');
  const service: Service = {
    name: 'temporal',
    port,
    command: { file: path, args, env: minimalEnv() },
    isReady: () => servesNamespace(address, namespace),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    deathSignal: 'SIGKILL',
  };
  return { service, address, version };
}

/** The port opens before the server can serve requests, so only an answer about the namespace counts. */
async function servesNamespace(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(Date.now() + 1000, () => connection.workflowService.describeNamespace({ namespace }));
    return true;
  } finally {
    await connection.close();
  }
}
