import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../adapters/http/parse-json.ts';
import { writePrivateFile } from './private-file.ts';
import { endLeftoverProcess, processIdentity } from './process-identity.ts';
import { readIfExists } from './read-if-exists.ts';

const stopWithinMs = 15_000;

/** `run.json` of a data folder: the processes that run there now. */
const registrySchema = z.object({
  startPid: z.number().int(),
  parts: z.record(
    z.string(),
    z.object({
      pid: z.number().int().positive(),
      port: z.number().optional(),
      identity: z.string().optional(),
    }),
  ),
});

export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly port?: number;
}

export function writeProcessRegistry(dataDir: string, running: readonly RunningProcess[]): void {
  const parts = Object.fromEntries(
    running.map(({ name, ...service }) => [name, { ...service, identity: processIdentity(service.pid) }]),
  );
  writePrivateFile(registryPath(dataDir), `${JSON.stringify({ startPid: process.pid, parts }, null, 2)}\n`);
}

export function removeProcessRegistry(dataDir: string): void {
  rmSync(registryPath(dataDir), { force: true });
}

/** Ends the processes that a killed start left running in this data folder, and no others. */
export async function endLeftoverProcesses(dataDir: string): Promise<void> {
  const parts = Object.entries(readProcessRegistry(dataDir)?.parts ?? {});
  await Promise.all(
    parts.map(async ([name, { pid, identity }]) => {
      const signal = name === 'postgres' ? 'SIGINT' : 'SIGTERM';
      if (identity !== undefined) await endLeftoverProcess(pid, identity, signal, stopWithinMs);
    }),
  );
  removeProcessRegistry(dataDir);
}

/** The port of a service that runs there now. */
export function registeredPort(dataDir: string, service: string): number | undefined {
  return readProcessRegistry(dataDir)?.parts[service]?.port;
}

function readProcessRegistry(dataDir: string): z.output<typeof registrySchema> | undefined {
  return registrySchema.safeParse(parseJson(readIfExists(registryPath(dataDir)) ?? '')).data;
}

function registryPath(dataDir: string): string {
  return join(dataDir, 'run.json');
}
