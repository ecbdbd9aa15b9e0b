import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';
import { endLeftover, processIdentity } from './process-identity.ts';

const partSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().optional(),
  identity: z.string().optional(),
});

/** `run.json` of a data folder: who runs there now. Read by tests, and by people who look for a part's process. */
const runSchema = z.object({ startPid: z.number().int(), parts: z.record(z.string(), partSchema) });

const runFile = (dataDir: string): string => join(dataDir, 'run.json');

export function writeRunFile(dataDir: string, running: readonly { name: string; pid: number; port?: number }[]): void {
  const parts = Object.fromEntries(
    running.map(({ name, ...part }) => [name, { ...part, identity: processIdentity(part.pid) }]),
  );
  writePrivateFile(runFile(dataDir), `${JSON.stringify({ startPid: process.pid, parts }, null, 2)}\n`);
}

export function removeRunFile(dataDir: string): void {
  rmSync(runFile(dataDir), { force: true });
}

/** Ends what a killed start left in this folder, should the system not have done so; nothing else is touched. */
export async function endLeftovers(dataDir: string): Promise<void> {
  if (!existsSync(runFile(dataDir))) return;
  const run = runSchema.safeParse(parseJson(readFileSync(runFile(dataDir), 'utf8')));
  const parts = run.success ? Object.entries(run.data.parts) : [];
  await Promise.all(
    parts.map(async ([name, { pid, identity }]) => {
      if (identity !== undefined) await endLeftover(pid, identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 15_000);
    }),
  );
  removeRunFile(dataDir);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
