/** The journey of the README, as a reader pastes it. */
import { readFileSync } from 'node:fs';
import { spawnTied } from '../../dev/process/spawn-tied.ts';
import type { StoreChanged } from '../../api/contract/timeline.ts';
import { followEvents } from './follow-events.ts';
import type { Stack } from './stack.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

export const readmeBlocks = [...readme.matchAll(/^<!-- journey -->\n```sh\n([^]*?)^```$/gm)].map(
  ([, block = '']) => block,
);
/** Of the store and the account that the README uses. */
const [storeName, seller] = ['Amazon Store USA', 'seller@example.com'];

export interface Pasting {
  readonly ended: Promise<{ readonly printed: string; readonly code: number | null }>;
  /** Ends it where it is; it ends with this process, too. */
  stop(): Promise<void>;
}

/** Pastes the blocks into one bash, one after the other. */
export async function pasteReadme(stack: Stack): Promise<Pasting> {
  let printed = '';
  // The commands wait for the renewal to be due. On a slow machine the year may end before their next poll.
  const events = await followEvents(stack.url, stack.adminToken, ({ storeId, store, entry }: StoreChanged) => {
    const isMissed = store?.name === storeName && entry.what === 'expired' && !printed.includes('\nrenewal_due ');
    if (isMissed) stack.connect(storeId, seller).catch(() => undefined);
  });
  const env = {
    PATH: process.env['PATH'] ?? '',
    PERENNIAL: stack.url,
    SIMULATOR: stack.simulatorUrl,
    MAIL: stack.mailUrl,
    TOKEN: stack.adminToken,
  };
  const args = ['-euo', 'pipefail', '-c', `exec 2>&1\n${readmeBlocks.join('\n')}`];
  const bash = spawnTied({ file: 'bash', args, env }, 'SIGKILL');
  bash.stdout.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise<number | null>((resolve) => bash.once('close', resolve));
  return {
    ended: ended.then((code) => ({ printed, code })),
    async stop() {
      bash.kill('SIGKILL');
      await ended;
      await events.close();
    },
  };
}
