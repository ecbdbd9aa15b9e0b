/**
 * Records the histories of this release on a real Temporal server, run by run, into a folder named after the release.
 * Run once per release; the files are never edited, because `replay.test.ts` proves that newer code replays them. A year
 * lasts 15 seconds, so that timers, reminders and continue-as-new are in the histories.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ApplicationActivities, CampaignActivities, ImportActivities } from '../../activities/contract.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { reason } from '../../domain/reasons.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import project from '../../package.json' with { type: 'json' };
import * as workflows from '../../workflows/index.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { createStoreHarness, routeActivities, type StoreHarness } from '../workflows/store-harness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL(`./${process.env['RELEASE'] ?? project.version}/`, import.meta.url));
const taskQueue = uniqueTaskQueue();
let client: Client;
let worker: WorkerGroup;
let running: Promise<void>;
let harness: StoreHarness;

beforeAll(async () => {
  const address = temporalAddress();
  const connection = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default', searchAttributeKeys);
  client = new Client({ connection: await Connection.connect({ address }) });
  worker = await WorkerGroup.create({
    connection, taskQueue,
    workflowBundle: workflowBundle(),
    activities: { ...routeActivities(() => harness), ...recordedActivities },
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
  play: (handle: WorkflowHandle, actions: Actions) => Promise<void>,
  input: Partial<messages.StoreOnboardingInput> = {},
): Promise<void> {
  harness = createStoreHarness(async () => Date.now(), 15_000);
  const { workflowId } = await client.workflow.start(workflows.storeOnboarding, {
    workflowId: storeWorkflowId(name),
    taskQueue,
    args: [{ v: 1, storeId: name, name: 'Amazon Store USA', website: 'base', country: 'US', ...input }],
  });
  const handle = client.workflow.getHandle(workflowId);
  let consents = 0;
  await play(handle, {
    consent: (sellingPartnerId = harness.sellerId) =>
      handle.signal(messages.authorizationGranted, { consentId: `consent-${(consents += 1)}`, sellingPartnerId }),
    until: (what) =>
      vi.waitFor(() => expect(harness.changes.map(({ entry }) => entry.what)).toContain(what), { timeout: 60_000 }).then(() => {
        harness.changes.length = 0;
      }),
  });
  await handle.result();
  await save(name, workflowId);
}

async function save(name: string, workflowId: string): Promise<void> {
  for (const [index, history] of (await historiesOf(workflowId)).entries())
    // Stack traces contain the path of this checkout.
    writeFileSync(`${folder}${name}.${index + 1}.json`, `${historyToJSON(history).replaceAll(root, '')}\n`);
}

/** The runs of the workflow, oldest first: each names the run that it continues. */
async function historiesOf(workflowId: string) {
  const histories = [];
  for (let runId: string | null | undefined; ; ) {
    const history = await client.workflow.getHandle(workflowId, runId ?? undefined).fetchHistory();
    histories.unshift(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!runId) return histories;
  }
}

/** Activities of the other workflows, used once each, in the order of the tests. */
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
  const { workflowId } = await client.workflow.start(workflows.campaign, {
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
  await client.workflow.execute(workflows.storeImport, {
    workflowId: 'import-recorded',
    taskQueue,
    args: [{ v: 1, importId: 'recorded' }],
  });
  await save('import', 'import-recorded');
});

test('the client secret of our application, near its end and rotated', async () => {
  const { workflowId } = await client.workflow.start(workflows.applicationSecret, {
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

test('an e-mail that is delivered at the second attempt', async () => {
  harness = createStoreHarness(async () => Date.now());
  let attempts = 0;
  harness.override({
    deliverMessage: async () => {
      attempts += 1;
      if (attempts < 2) throw new Error('The mail server is away');
    },
  });
  await client.workflow.execute(workflows.messageDelivery, {
    workflowId: 'message-recorded',
    taskQueue,
    args: [{ v: 1, messageId: 'recorded' }],
  });
  await save('delivery', 'message-recorded');
});

test('the fleet watch, with the breaker open for one round', async () => {
  harness = createStoreHarness(async () => Date.now());
  let rounds = 0;
  harness.override({
    checkDueConnections: async () => {
      rounds += 1;
      const isBreakerOpen = rounds === 2;
      const suspects = rounds === 3 ? ['gone'] : [];
      return { checked: 5, failing: isBreakerOpen ? 5 : 0, isAmazonAway: false, isBreakerOpen, suspects, nextRoundInMs: 50 };
    },
  });
  const { workflowId } = await client.workflow.start(workflows.fleetWatch, {
    workflowId: 'watch-recorded',
    taskQueue,
    args: [{ v: 1, wasBreakerOpen: false }],
  });
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(4), { timeout: 10_000 });
  await client.workflow.getHandle(workflowId).terminate();
  await save('watch', workflowId);
});

interface Actions {
  consent(sellingPartnerId?: string): Promise<void>;
  until(what: string): Promise<void>;
}

test('a store that is renewed, expires, is reconnected, and is deleted', () =>
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
    harness.override({ exchangeAuthorizationCode: async () => ({ outcome: 'refused', reason: reason('code_expired') }) });
    await consent();
    await until('authorization_refused');
    harness.override({ exchangeAuthorizationCode: async () => ({ outcome: 'exchanged' }) });
    harness.override({ verifyConnection: async () => ({ outcome: 'refused', reason: reason('not_participating', { sellerId: 'A1SELLER', country: 'Canada' }) }) });
    await consent();
    await until('authorization_refused');
    harness.override({ verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }) });
    await consent();
    await until('active');
    await consent('A2OTHER');
    await until('authorization_refused');
    await handle.signal(messages.deletionRequested);
  }));

test('a store that is checked, revoked, paused, renamed and disconnected', () =>
  record('checks', async (handle, { consent, until }) => {
    harness.siblings = ['gone'];
    await consent();
    await until('active');
    await handle.signal(messages.checkRequested);
    await until('check_passed');
    await handle.signal(messages.enabledChanged, { enabled: false });
    await handle.signal(messages.storeRenamed, { name: 'Amazon Store North' });
    harness.override({
      checkConnection: async () => ({ outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'A1SELLER' }) }),
    });
    await handle.signal(messages.checkRequested);
    await until('disconnected');
    harness.override({ checkConnection: async () => ({ outcome: 'connected' }) });
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
    const renewal = { grantId: 'grant-1', sellerId: harness.sellerId, ...periodFrom(new Date().toISOString(), 15_000) };
    await handle.signal(messages.authorizationRenewed, renewal);
    await until('renewed');
    await handle.signal(messages.deletionRequested);
  }));

test('a store that reuses an authorization of its seller', () =>
  record(
    'reused',
    async (handle, { until }) => {
      await until('active');
      await handle.signal(messages.deletionRequested);
    },
    { sellerId: 'A1SELLER' },
  ));

test('a store whose run is cancelled and that is started again', () =>
  record('restarted', async (handle, { consent, until }) => {
    await consent();
    await until('active');
    await handle.signal(messages.enabledChanged, { enabled: false });
    const carried = await vi.waitUntil(() => harness.changes[0]?.carried);
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow('cancelled');
    await save('cancelled', handle.workflowId);
    const missed = { consents: [{ consentId: 'missed', sellingPartnerId: harness.sellerId }], isDetached: false };
    await client.workflow.start(workflows.storeOnboarding, {
      ...{ workflowId: handle.workflowId, taskQueue },
      args: [{ v: 1, storeId: 'restarted', name: 'Amazon Store USA', website: 'base', country: 'US', carried: { ...carried, missed } }],
    });
    await until('renewed');
    await handle.signal(messages.deletionRequested);
  }));

test('a store whose name is taken', () =>
  record('refused', async () => {
    harness.override({ createStore: async () => ({ outcome: 'refused', reason: reason('store_name_taken', { name: 'Amazon Store USA' }) }) });
  }));
