import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { processIdentity } from '../../dev/process/process-identity.ts';
import { eventually } from './eventually.ts';

/** Starts an endless worker, connected as those of vitest are, and prints its process id. */
const vitestLike = `
  const [, module] = process.argv;
  const endless = 'setInterval(() => {}, 1000); process.send("up")';
  const worker = require('node:child_process').spawn(process.execPath, ['--import', module, '--eval', endless], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  worker.once('message', () => console.log(worker.pid));`;

it('ends a worker whose vitest was killed', async () => {
  const module = fileURLToPath(new URL('end-with-parent.mjs', import.meta.url));
  const vitest = spawn(process.execPath, ['--eval', vitestLike, module], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(vitest.stdout, 'data');
  const workerPid = Number(String(printed));
  expect(processIdentity(workerPid)).toBeDefined();
  vitest.kill('SIGKILL');
  await eventually(() => expect(processIdentity(workerPid)).toBeUndefined());
});
