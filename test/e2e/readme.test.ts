import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from './stack.ts';

const yearMs = 30_000;
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^<!-- journey -->\n```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack(`${yearMs / 1000}s`);
}, 120_000);
afterAll(() => stack?.stop(), 60_000);

it('does what the README promises when its blocks are pasted one after the other', { timeout: 120_000 }, async () => {
  expect(blocks.length).toBeGreaterThanOrEqual(6);
  const { printed, code } = await runBash(blocks);
  expect(code, printed).toBe(0);

  const [store, ...others] = await stack.allStores();
  expect(others).toEqual([]);
  if (store === undefined) throw new Error('There is no store');
  expect(store).toMatchObject({ name: 'Amazon Store USA', status: 'active' });
  expect(Date.parse(store.expiresAt ?? '') - Date.parse(store.authorizedAt ?? '')).toBe(yearMs);

  const told = (await stack.timeline(store.id)).map(({ what }) => what);
  const steps = ['created', 'active', 'renewal_requested', 'message_sent', 'renewed', 'expired', 'renewed'];
  expect(inOrder(steps, told), told.join(' ')).toBe(true);
  // The last block shows the timeline to the reader.
  expect(printed).toContain('The year of the authorization ended without a renewal.');
});

async function runBash(scripts: readonly string[]): Promise<{ printed: string; code: number | null }> {
  const bash = spawn('bash', ['-euo', 'pipefail', '-c', `exec 2>&1\n${scripts.join('\n')}`], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PERENNIAL: stack.url,
      SIMULATOR: stack.simulatorUrl,
      MAIL: stack.mailUrl,
      TOKEN: stack.adminToken,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A journey that gets stuck ends here, and the test says how far it came.
    timeout: 110_000,
    killSignal: 'SIGKILL',
  });
  const exited = new Promise<number | null>((resolve) => bash.once('exit', resolve));
  const printed = await text(bash.stdout);
  return { printed, code: await exited };
}

/** True when all `wanted` occur in `all`, one after the other. */
function inOrder(wanted: readonly string[], all: readonly string[]): boolean {
  let rest = all;
  return wanted.every((each) => {
    const at = rest.indexOf(each);
    rest = rest.slice(at + 1);
    return at >= 0;
  });
}
