import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import { storeWorkflowId, taskQueue } from '../../domain/ids.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { checkFleet } from './checker/check-fleet.ts';
import { type LivedFleet, liveFleet } from './live-fleet.ts';
import { readAlarms, readStores } from './read-api.ts';
import { reportFleet } from './report.ts';

const options = { stores: 28, sellers: 13, years: 1.25, yearMs: 40_000, seed: 5, joinDays: 80 };
/** Other tests run on the same machine at the same time. */
const lateMs = 10_000;

describe('a fleet of many sellers', { timeout: 240_000 }, () => {
  let stack: Stack;
  let living: Promise<LivedFleet>;
  /** A store that was renewed before anybody asked. */
  let held: Promise<Store>;
  beforeAll(async () => {
    stack = await startStack(`${options.yearMs}ms`, {
      WEBHOOKS_ALLOW_PRIVATE: 'true',
      SIMULATOR_PARTICIPATIONS_RATE: '5',
      TEMPORAL_ADDRESS: temporalAddress(),
    });
    living = liveFleet(stack, options);
    held = holdOneYear();
    held.catch(() => undefined);
  }, 120_000);
  afterAll(async () => {
    await Promise.allSettled([living, held]);
    await stack?.stop();
  }, 240_000);

  async function connect(name: string, account: string, more: Partial<Store> = {}): Promise<Store> {
    const { id } = await stack.add({ name, ...more });
    await eventually(async () => expect((await stack.connect(id, account)).status).toBe(200), { timeoutMs: 60_000 });
    return stack.becomes(id, ['active', 'renewal_due'], 60_000);
  }

  async function holdOneYear(): Promise<Store> {
    const { id, authorizedAt = '', expiresAt } = await connect('Held', 'seller-held@example.com');
    const late = Date.parse(authorizedAt) + 0.6 * options.yearMs;
    await eventually(() => expect(Date.now()).toBeGreaterThan(late), { timeoutMs: options.yearMs });
    await stack.connect(id, 'seller-held@example.com');
    return eventually(async () => {
      const store = await stack.findStore(id);
      expect(store.expiresAt).not.toBe(expiresAt);
      return store;
    });
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

  it('keeps the history of a year in which the connection held below 120 events, however often it was checked', async () => {
    const { entries } = (await living).record;
    const { id } = await held;
    const ended = entries.filter(({ status = '' }) => ['disconnected', 'expired'].includes(status));
    const interrupted = new Set(ended.map(({ storeId }) => storeWorkflowId(storeId)));
    const connection = await Connection.connect({ address: temporalAddress() });
    const years: { workflowId: string; historyLength: number }[] = [];
    const query = `WorkflowType = 'storeOnboarding' AND TaskQueue = '${taskQueue}' AND ExecutionStatus = 'ContinuedAsNew'`;
    for await (const { workflowId, historyLength } of new Client({ connection }).workflow.list({ query }))
      if (!interrupted.has(workflowId)) years.push({ workflowId, historyLength });
    await connection.close();
    expect(years.map(({ workflowId }) => workflowId)).toContain(storeWorkflowId(id));
    expect(Math.max(...years.map(({ historyLength }) => historyLength))).toBeLessThan(120);
  });
});
