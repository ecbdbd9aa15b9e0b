import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../api/contract/stores.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { checkFleet } from './checker/check-fleet.ts';
import { type FleetRun, runFleet } from './run-fleet.ts';
import { readAlarms, readStores } from './read-api.ts';
import { reportFleet } from './report.ts';

const yearMs = scaledYearMs(50_000);
/** Day by day the same plan on every machine. */
const minPauseMs = (8000 * yearMs) / 50_000;
const options = { stores: 20, sellers: 10, years: 1.25, yearMs, minPauseMs, seed: 62, joinDays: 80 };
const lateMs = limitMs(10_000);
/** Of the connection of a store that is renewed before anybody asks. */
const checksWanted = 8;
const logSchema = z.object({ items: z.array(z.object({ endpoint: z.string(), seller: z.string().optional() })) });

describe('a fleet of many sellers', { timeout: limitMs(240_000) }, () => {
  let stack: Stack;
  let living: Promise<FleetRun>;
  /** A store that was checked many times, and then renewed before anybody asked. */
  let held: Promise<Store>;
  beforeAll(async () => {
    stack = await startStack(`${options.yearMs}ms`, {
      WEBHOOKS_ALLOW_PRIVATE: 'true',
      SIMULATOR_PARTICIPATIONS_RATE: '5',
      TEMPORAL_ADDRESS: temporalAddress(),
    });
    living = runFleet(stack, options);
    held = holdOneYear();
    held.catch(() => undefined);
  }, limitMs(120_000));
  afterAll(async () => {
    await Promise.allSettled([living, held]);
    await stack?.stop();
  }, limitMs(240_000));

  async function connect(name: string, account: string, more: Partial<Store> = {}): Promise<Store> {
    const { id } = await stack.add({ name, ...more });
    await eventually(async () => expect((await stack.connect(id, account)).status).toBe(200), { timeoutMs: 60_000 });
    return stack.becomes(id, ['active', 'renewal_due'], 60_000);
  }

  async function holdOneYear(): Promise<Store> {
    const account = 'seller-held@example.com';
    const { id, expiresAt } = await connect('Held', account);
    await eventually(
      async () => {
        const { items } = logSchema.parse(await stack.simulator('GET', 'log?limit=20000'));
        const asked = items.filter(({ seller, endpoint }) => seller === account && endpoint.endsWith('Participations'));
        expect(asked.length).toBeGreaterThan(checksWanted);
      },
      { timeoutMs: options.yearMs, intervalMs: 2000 },
    );
    await stack.connect(id, account);
    return eventually(
      async () => {
        const store = await stack.findStore(id);
        expect(store.expiresAt).not.toBe(expiresAt);
        return store;
      },
      { timeoutMs: 30_000 },
    );
  }

  it('asks a seller of three countries once, and renews all three by one consent; another region is untouched', async () => {
    const email = 'trio@example.com';
    const trio = (country: Store['country'], account: string) =>
      connect(`Trio-${country}`, account, { country, email });
    const britain = await trio('GB', 'seller-uk-trio@example.com');
    const three: Store[] = [];
    for (const country of ['US', 'CA', 'MX'] as const) three.push(await trio(country, 'seller-trio@example.com'));
    const [us] = three;
    if (us === undefined) throw new Error('There is no store');
    const ended = await eventually(
      async () => {
        const dates = await Promise.all(three.map(async ({ id }) => (await stack.findStore(id)).expiresAt));
        expect(new Set(dates).size).toBe(1);
        return dates[0] ?? '';
      },
      { timeoutMs: 60_000 },
    );
    const link = await eventually(
      async () => {
        const asking = (await stack.mail(email)).find(({ text }) => /Trio-CA[^]*Trio-MX[^]*Trio-US/.test(text));
        expect(asking).toBeDefined();
        return /http\S+\/connect\/\S+/.exec(asking?.text ?? '')?.[0] ?? '';
      },
      { timeoutMs: 90_000 },
    );
    await stack.connectBy(link, 'seller-trio@example.com').catch(() => stack.connect(us.id, 'seller-trio@example.com'));
    await eventually(
      async () => {
        const now = await Promise.all(three.map(({ id }) => stack.findStore(id)));
        expect(new Set(now.map(({ expiresAt }) => expiresAt)).size).toBe(1);
        expect(Date.parse(now[0]?.expiresAt ?? '')).toBeGreaterThan(Date.parse(ended));
      },
      { timeoutMs: 60_000 },
    );
    const { authorizedAt, expiresAt } = await stack.findStore(britain.id);
    expect({ authorizedAt, expiresAt }).toEqual({ authorizedAt: britain.authorizedAt, expiresAt: britain.expiresAt });
  });

  it('leaves a checker that sees it only from outside nothing to find', async () => {
    const lived = await living;
    const verdict = checkFleet(lived.record, { lateMs });
    process.stdout.write(`${reportFleet(options, lived, verdict)}\n`);
    expect(verdict.findings).toEqual([]);
    expect(lived.counts.get('false_403')).toBeGreaterThan(0);
    expect(lived.counts.get('worker_killed')).toBeGreaterThan(0);
    expect(lived.counts.get('revocations')).toBeGreaterThan(0);
  });

  it('raises one alarm and disconnects nobody while Amazon answers 403 for all, and recovers without a hand', async () => {
    const breakers = async () => (await readAlarms(stack)).filter(({ kind }) => kind === 'fleet_breaker');
    const disconnected = async () =>
      (await readStores(stack)).filter(({ status }) => status === 'disconnected').map(({ id }) => id);
    await eventually(async () => expect((await breakers()).every(({ closedAt }) => closedAt)).toBe(true), {
      timeoutMs: 60_000,
    });
    // However many of the fleet have ended their year meanwhile.
    await Promise.all([1, 2, 3, 4].map((n) => connect(`Late-${n}`, `seller-late-${n}@example.com`)));
    const [alarms, before] = [await breakers(), await disconnected()];
    await stack.fault({ kind: 'false_403' });
    await eventually(async () => expect(await breakers()).toHaveLength(alarms.length + 1), { timeoutMs: 60_000 });
    await stack.clearFaults();
    await eventually(async () => expect((await breakers()).every(({ closedAt }) => closedAt)).toBe(true), {
      timeoutMs: 60_000,
    });
    expect(await breakers()).toHaveLength(alarms.length + 1);
    expect(before).toEqual(expect.arrayContaining(await disconnected()));
  });

  it('keeps the history of a store that is checked all year below 120 events', async () => {
    const { id } = await held;
    const connection = await Connection.connect({ address: temporalAddress() });
    const query = `WorkflowId = '${storeWorkflowId(id)}' AND ExecutionStatus = 'ContinuedAsNew'`;
    const years: number[] = [];
    for await (const { historyLength } of new Client({ connection }).workflow.list({ query }))
      years.push(historyLength);
    await connection.close();
    expect(years).not.toEqual([]);
    expect(Math.max(...years)).toBeLessThan(120);
  });
});
