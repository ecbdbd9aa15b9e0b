// `npm run fleet -- --stores 2000 --sellers 900 --years 3 --year-length 15m --seed 42`: reads the options and runs
// long-run.ts with them.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const text = (fallback) => ({ type: 'string', default: fallback });
const { values } = parseArgs({
  options: {
    stores: text('300'),
    sellers: text('135'),
    years: text('3'),
    'year-length': text('5m'),
    seed: text(String(randomInt(2 ** 31))),
    'join-days': text('150'),
    'late-ms': text('5000'),
    temporal: text('memory'),
    record: text(''),
  },
});
const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/fleet/fleet.config.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, FLEET: JSON.stringify(values) },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vitest.kill(signal));
vitest.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
