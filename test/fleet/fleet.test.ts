import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../api/contract/stores.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, measureAgain, scaledYearMs } from '../setup/scaled-time.ts';
import { sharedServers } from '../setup/shared-servers.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { checkFleet } from './checker/check-fleet.ts';
import { type FleetRun, runFleet } from './run-fleet.ts';
import { readAlarms, readStores } from './read-api.ts';
import { reportFleet } from './report.ts';

const yearMs = scaledYearMs(50_000);
/** Scaled, so that the plan is the same on every machine. */
const minPauseMs = (8000 * yearMs) / 50_000;
const options = { stores: 20, sellers: 10, years: 1.25, yearMs, minPauseMs, seed: 62, joinDays: 80 };
/** Connection checks of a store that is renewed before the first reminder. */
const minChecks = 8;
const logSchema = z.object({ items: z.array(z.object({ endpoint: z.string(), seller: z.string().optional() })) });

describe('a fleet of many sellers', { timeout: limitMs(240_000) + yearMs }, () => {
  let stack: Stack;
  let fleetRun: Promise<FleetRun>;
  let namespace: string;
  /** A store whose connection was checked many times before it was renewed, ahead of the first reminder. */
  let renewedEarly: Promise<Store>;

  beforeAll(async () => {
    const servers = await sharedServers();
    namespace = servers.TEMPORAL_NAMESPACE;
    stack = await startStack(`${options.yearMs}ms`, {
      WEBHOOKS_ALLOW_PRIVATE: 'true',
      SIMULATOR_PARTICIPATIONS_RATE: '5',
      ...servers,
    });
    fleetRun = runFleet(stack, options);
    renewedEarly = renewAfterManyChecks();
    renewedEarly.catch(() => undefined);
  }, limitMs(180_000));
  afterAll(async () => {
    await Promise.allSettled([fleetRun, renewedEarly]);
    await stack?.stop();
  }, limitMs(240_000));

  async function connect(name: string, account: string, settings: Partial<Store> = {}): Promise<Store> {
    const { id } = await stack.add({ name, ...settings });
    await eventually(async () => expect((await stack.connect(id, account)).status).toBe(200), { timeoutMs: 60_000 });
    return stack.becomes(id, ['active', 'renewal_due'], 60_000);
  }

  async function renewAfterManyChecks(): Promise<Store> {
    const account = 'seller-early@example.com';
    const { id, expiresAt } = await connect('Early', account);
    await eventually(
      async () => {
        const { items } = logSchema.parse(await stack.simulator('GET', 'log?limit=20000'));
        const checks = items.filter(
          ({ seller, endpoint }) => seller === account && endpoint.endsWith('Participations'),
        );
        expect(checks.length).toBeGreaterThan(minChecks);
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
      { timeoutMs: 60_000 },
    );
  }

  it('sends a seller with stores in three countries one reminder, and one consent renews all three but no other region', async () => {
    const email = 'trio@example.com';
    const addStore = (country: Store['country'], account: string) =>
      connect(`Trio-${country}`, account, { country, email });
    const britain = await addStore('GB', 'seller-uk-trio@example.com');
    const three: Store[] = [];
    for (const country of ['US', 'CA', 'MX'] as const) three.push(await addStore(country, 'seller-trio@example.com'));
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
        const reminder = (await stack.mail(email)).find(({ text }) => /Trio-CA[^]*Trio-MX[^]*Trio-US/.test(text));
        expect(reminder).toBeDefined();
        return /http\S+\/connect\/\S+/.exec(reminder?.text ?? '')?.[0] ?? '';
      },
      { timeoutMs: 90_000 },
    );
    await stack.connectBy(link, 'seller-trio@example.com').catch(() => stack.connect(us.id, 'seller-trio@example.com'));
    await eventually(
      async () => {
        const stores = await Promise.all(three.map(({ id }) => stack.findStore(id)));
        expect(new Set(stores.map(({ expiresAt }) => expiresAt)).size).toBe(1);
        expect(Date.parse(stores[0]?.expiresAt ?? '')).toBeGreaterThan(Date.parse(ended));
      },
      { timeoutMs: 60_000 },
    );
    const { authorizedAt, expiresAt } = await stack.findStore(britain.id);
    expect({ authorizedAt, expiresAt }).toEqual({ authorizedAt: britain.authorizedAt, expiresAt: britain.expiresAt });
  });

  it('keeps its promises, as far as a checker can see from outside', async () => {
    const run = await fleetRun;
    // Other programs may have become busy while the years passed.
    await measureAgain();
    const verdict = checkFleet(run.record, { lateMs: limitMs(10_000) });
    process.stdout.write(`${reportFleet(options, run, verdict)}\n`);
    expect(verdict.findings).toEqual([]);
    expect(run.counts.get('false_403')).toBeGreaterThan(0);
    expect(run.counts.get('worker_killed')).toBeGreaterThan(0);
    expect(run.counts.get('revocations')).toBeGreaterThan(0);
  });

  it('raises one alarm and disconnects no store while Amazon refuses all with 403, and recovers by itself', async () => {
    const breakers = async () => (await readAlarms(stack)).filter(({ kind }) => kind === 'fleet_breaker');
    const disconnected = async () =>
      (await readStores(stack)).filter(({ status }) => status === 'disconnected').map(({ id }) => id);
    await eventually(async () => expect((await breakers()).every(({ closedAt }) => closedAt)).toBe(true), {
      timeoutMs: 60_000,
    });
    // Enough connected stores, even if the years of the fleet have ended.
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

  it('needs fewer than 120 history events for a store that is checked all year', async () => {
    const { id } = await renewedEarly;
    const connection = await Connection.connect({ address: temporalAddress() });
    const query = `WorkflowId = '${storeWorkflowId(id)}' AND ExecutionStatus = 'ContinuedAsNew'`;
    const years: number[] = [];
    for await (const { historyLength } of new Client({ connection, namespace }).workflow.list({ query }))
      years.push(historyLength);
    await connection.close();
    expect(years).not.toEqual([]);
    expect(Math.max(...years)).toBeLessThan(120);
  });
});
