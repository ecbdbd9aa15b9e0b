import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startStack } from '../e2e/stack.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { checkFleet } from './checker/check-fleet.ts';
import { runFleet } from './run-fleet.ts';
import { reportFleet } from './report.ts';

const unitMs = { s: 1000, m: 60_000, h: 3_600_000 } as const;
const flags = z
  .object({
    stores: z.coerce.number(),
    sellers: z.coerce.number(),
    years: z.coerce.number(),
    'year-length': z.string().regex(/^[\d.]+[smh]$/),
    seed: z.coerce.number(),
    'join-days': z.coerce.number(),
    'late-ms': z.coerce.number(),
    temporal: z.enum(['memory', 'file']),
    record: z.string(),
  })
  .parse(JSON.parse(process.env['FLEET'] ?? '{}'));

test(`a fleet of ${flags.stores} stores, seed ${flags.seed}`, async () => {
  const yearLength = flags['year-length'];
  const unit = z.enum(['s', 'm', 'h']).parse(yearLength.at(-1));
  const yearMs = Number.parseFloat(yearLength) * unitMs[unit];
  const options = { ...flags, yearMs, joinDays: flags['join-days'] };
  process.stdout.write(`Seed ${flags.seed}\n`);
  const stack = await startStack(yearLength, {
    WEBHOOKS_ALLOW_PRIVATE: 'true',
    SIMULATOR_PARTICIPATIONS_RATE: '2',
    ...(flags.temporal === 'memory' && { TEMPORAL_ADDRESS: temporalAddress() }),
  });
  try {
    const run = await runFleet(stack, options, (sentence) => process.stdout.write(`${sentence}\n`));
    if (flags.record !== '') writeFileSync(flags.record, JSON.stringify(run.record));
    const verdict = checkFleet(run.record, { lateMs: flags['late-ms'] });
    process.stdout.write(`${reportFleet(options, run, verdict)}\n`);
    expect(verdict.findings).toEqual([]);
  } finally {
    await stack.stop();
  }
});
