/**
 * Records what stores of this release leave in a real Temporal server, run by run, into a folder named after the
 * release. Once per release; the files are never edited afterwards: `replay.test.ts` proves that newer code still reads
 * them. Years last 15 seconds here, so that timers, reminders and continue-as-new are in the histories.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ApplicationActivities, CampaignActivities, ImportActivities } from '../../activities/contract.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { reason } from '../../domain/reasons.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import project from '../../package.json' with { type: 'json' };
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { createStoreWorld, routeActivities, type StoreWorld } from '../workflows/store-harness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL(`./${project.version}/`, import.meta.url));
const taskQueue = uniqueTaskQueue();
let client: Client;
let worker: Worker;
let running: Promise<void>;
let world: StoreWorld;

beforeAll(async () => {
  const address = temporalAddress();
  const connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address }) });
  worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: { ...routeActivities(() => world), ...recordedActivities },
  });
  running = worker.run();
  mkdirSync(folder, { recursive: true });
});

afterAll(async () => {
  worker.shutdown();
  await running;
});

async function record(
  name: string,
  live: (handle: WorkflowHandle, say: Say) => Promise<void>,
  more: Partial<messages.StoreOnboardingInput> = {},
): Promise<void> {
  world = createStoreWorld(async () => Date.now(), 15_000);
  const input: messages.StoreOnboardingInput = { v: 1, storeId: name, name: 'Amazon Store USA', website: 'base', country: 'US', ...more };
  const { workflowId } = await client.workflow.start('storeOnboarding', {
    workflowId: storeWorkflowId(name),
    taskQueue,
    args: [input],
  });
  const handle = client.workflow.getHandle(workflowId);
  let consents = 0;
  await live(handle, {
    consent: (sellingPartnerId = world.sellerId) =>
      handle.signal(messages.authorizationGranted, { consentId: `consent-${(consents += 1)}`, sellingPartnerId }),
    until: (what) =>
      vi.waitFor(() => expect(world.changes.map(({ entry }) => entry.what)).toContain(what), { timeout: 60_000 }).then(() => {
        world.changes.length = 0;
      }),
  });
  await handle.result();
  await save(name, workflowId);
}

async function save(name: string, workflowId: string): Promise<void> {
  for (const [index, history] of (await historiesOf(workflowId)).entries())
    // Stack traces name the folder this ran in, which is nobody's business.
    writeFileSync(`${folder}${name}.${index + 1}.json`, `${historyToJSON(history).replaceAll(root, '')}\n`);
}

/** The chain of runs from the last to the first, by what each says it continues. */
async function historiesOf(workflowId: string) {
  const histories = [];
  for (let runId: string | null | undefined; ; ) {
    const history = await client.workflow.getHandle(workflowId, runId ?? undefined).fetchHistory();
    histories.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!runId) return histories;
  }
}

/** The steps of the workflows that are no store's: each is played once, in the order of the tests. */
let rounds = 0;
let warnings = 0;
const recordedActivities: CampaignActivities & ImportActivities & ApplicationActivities = {
  async startCampaign() {},
  async recordCampaignState() {},
  async askDueSellers() {
    rounds += 1;
    const counts = { planned: 3 - rounds, waiting: rounds, consented: 0, skipped: 0 };
    return rounds > 3 ? { counts } : { counts, next: { what: 'message', inMs: 300, wakeInMs: 300 } };
  },
  async importRows() {
    rounds += 1;
    return { created: rounds, already_there: 1, refused: 0, waiting: rounds > 2 ? 0 : 5 };
  },
  async loadApplicationSecret() {
    const nowMs = Date.now();
    return {
      issuedAt: new Date(nowMs - 9000).toISOString(),
      expiresAt: new Date(nowMs + 1000).toISOString(),
      predecessorValidUntil: new Date(nowMs + 300).toISOString(),
    };
  },
  async warnOfApplicationSecret() {
    warnings += 1;
  },
  async endApplicationSecretWarning() {},
  async destroyPredecessors() {},
};

test('a campaign that is paused, resumed and finished', async () => {
  rounds = 0;
  const { workflowId } = await client.workflow.start('campaign', {
    workflowId: 'campaign-recorded',
    taskQueue,
    args: [{ v: 1, campaignId: 'recorded', name: 'Shipping settings', startsAt: new Date(Date.now() + 300).toISOString() }],
  });
  const handle = client.workflow.getHandle(workflowId);
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(0), { timeout: 10_000 });
  await handle.signal(messages.pauseRequested);
  await handle.signal(messages.resumeRequested);
  await handle.result();
  await save('campaign', workflowId);
});

test('an import of several batches', async () => {
  rounds = 0;
  await client.workflow.execute('storeImport', {
    workflowId: 'import-recorded',
    taskQueue,
    args: [{ v: 1, importId: 'recorded' }],
  });
  await save('import', 'import-recorded');
});

test('the client secret of our application, near its end and rotated', async () => {
  const { workflowId } = await client.workflow.start('applicationSecret', {
    workflowId: 'application-secret-recorded',
    taskQueue,
    args: [{ v: 1 }],
  });
  const handle = client.workflow.getHandle(workflowId);
  await vi.waitFor(() => expect(warnings).toBeGreaterThan(1), { timeout: 20_000 });
  await handle.signal(messages.applicationSecretChanged);
  const before = warnings;
  await vi.waitFor(() => expect(warnings).toBeGreaterThan(before), { timeout: 20_000 });
  await handle.terminate();
  await save('secret', workflowId);
});

test('a message that is delivered at the second attempt', async () => {
  world = createStoreWorld(async () => Date.now());
  let attempts = 0;
  world.override({
    deliverMessage: async () => {
      attempts += 1;
      if (attempts < 2) throw new Error('The mail server is away');
    },
  });
  await client.workflow.execute('messageDelivery', {
    workflowId: 'message-recorded',
    taskQueue,
    args: [{ v: 1, messageId: 'recorded' }],
  });
  await save('delivery', 'message-recorded');
});

test('the fleet, looked after with the breaker open for a while', async () => {
  world = createStoreWorld(async () => Date.now());
  let rounds = 0;
  world.override({
    checkDueConnections: async () => {
      rounds += 1;
      const isBreakerOpen = rounds === 2;
      const suspects = rounds === 3 ? ['gone'] : [];
      return { checked: 5, failing: isBreakerOpen ? 5 : 0, isAmazonAway: false, isBreakerOpen, suspects, nextRoundInMs: 50 };
    },
  });
  const { workflowId } = await client.workflow.start('fleetWatch', {
    workflowId: 'watch-recorded',
    taskQueue,
    args: [{ v: 1, wasBreakerOpen: false }],
  });
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(4), { timeout: 10_000 });
  await client.workflow.getHandle(workflowId).terminate();
  await save('watch', workflowId);
});

interface Say {
  consent(sellingPartnerId?: string): Promise<void>;
  until(what: string): Promise<void>;
}

test('a store that is renewed, left to expire, brought back, and deleted', () =>
  record('years', async (handle, { consent, until }) => {
    await consent();
    await until('renewal_requested');
    await consent();
    await until('renewed');
    await until('expired');
    await consent();
    await until('renewed');
    await handle.signal(messages.nudge);
    await handle.signal(messages.deletionRequested);
  }));

test('a store whose consents fail in every way before one succeeds', () =>
  record('attempts', async (handle, { consent, until }) => {
    world.override({ exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: reason('code_expired') }) });
    await consent();
    await until('authorization_refused');
    world.override({ exchangeAuthorizationCode: async () => ({ outcome: 'exchanged' }) });
    world.override({ verifyConnection: async () => ({ outcome: 'refused', reason: reason('not_participating') }) });
    await consent();
    await until('authorization_refused');
    world.override({ verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }) });
    await consent();
    await until('active');
    await consent('A2OTHER');
    await until('authorization_refused');
    await handle.signal(messages.deletionRequested);
  }));

test('a store that is checked, revoked, paused, renamed and disconnected', () =>
  record('checks', async (handle, { consent, until }) => {
    world.siblings = ['gone'];
    await consent();
    await until('active');
    await handle.signal(messages.checkRequested);
    await until('check_passed');
    await handle.signal(messages.enabledChanged, { enabled: false });
    await handle.signal(messages.storeRenamed, { name: 'Amazon Store North' });
    world.override({
      checkConnection: async () => ({ outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'A1SELLER' }) }),
    });
    await handle.signal(messages.checkRequested);
    await until('disconnected');
    world.override({ checkConnection: async () => ({ outcome: 'connected' }) });
    await consent();
    await until('renewed');
    await handle.signal(messages.disconnectRequested);
    await until('disconnected');
    await handle.signal(messages.deletionRequested);
  }));

test('a store that is renewed by another store of its authorization', () =>
  record('sibling', async (handle, { consent, until }) => {
    await consent();
    await until('active');
    const renewal = { grantId: 'grant-1', sellerId: world.sellerId, ...periodFrom(new Date().toISOString(), 15_000) };
    await handle.signal(messages.authorizationRenewed, renewal);
    await until('renewed');
    await handle.signal(messages.deletionRequested);
  }));

test('a store that uses an authorization of its seller', () =>
  record(
    'reused',
    async (handle, { until }) => {
      await until('active');
      await handle.signal(messages.deletionRequested);
    },
    { sellerId: 'A1SELLER' },
  ));

test('a store whose name was taken', () =>
  record('refused', async () => {
    world.override({ createStore: async () => ({ outcome: 'refused', reason: reason('store_name_taken', { name: 'Amazon Store USA' }) }) });
  }));
