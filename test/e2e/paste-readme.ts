/** The journey of the README, as a reader pastes it. */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { spawnTied } from '../../dev/process/spawn-tied.ts';
import type { Stack } from './stack.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

export const readmeBlocks = [...readme.matchAll(/^<!-- journey -->\n```sh\n([^]*?)^```$/gm)].map(
  ([, block = '']) => block,
);

export interface Pasting {
  readonly ended: Promise<{ readonly printed: string; readonly code: number | null }>;
  /** Ends it where it is; it ends with this process, too. */
  stop(): Promise<void>;
}

/** Pastes the blocks into one bash, one after the other. */
export function pasteReadme(stack: Stack): Pasting {
  const env = {
    PATH: process.env['PATH'] ?? '',
    PERENNIAL: stack.url,
    SIMULATOR: stack.simulatorUrl,
    MAIL: stack.mailUrl,
    TOKEN: stack.adminToken,
  };
  const args = ['-euo', 'pipefail', '-c', `exec 2>&1\n${readmeBlocks.join('\n')}`];
  const bash = spawnTied({ file: 'bash', args, env }, 'SIGKILL');
  const exited = new Promise<number | null>((resolve) => bash.once('exit', resolve));
  return {
    ended: text(bash.stdout).then(async (printed) => ({ printed, code: await exited })),
    async stop() {
      bash.kill('SIGKILL');
      await exited;
    },
  };
}
