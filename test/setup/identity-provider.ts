import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./identity-provider.mjs', import.meta.url));

export interface TestIdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts a real provider as a process of its own. Port 0: a free one. */
export async function startIdentityProvider(port = 0): Promise<TestIdentityProvider> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const issuer = await firstLine(child);
  return {
    issuer,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The identity provider has no output.');
  const lines = createInterface(stdout);
  for await (const line of lines) return String(line);
  throw new Error('The identity provider ended before it listened.');
}
