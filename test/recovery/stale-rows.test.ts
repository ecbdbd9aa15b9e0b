import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageWorkflowId, storeWorkflowId } from '../../domain/ids.ts';
import { rowChecks } from '../../recovery/checks.ts';
import * as messages from '../../workflows/messages.ts';
import { findStore, giveConsent, markSent, requestStore } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { backUp, setBack } from './backup.ts';
import { openRecoveryHarness, type RecoveryHarness } from './recovery-harness.ts';

let harness: RecoveryHarness;
beforeAll(async () => {
  harness = await openRecoveryHarness();
});
afterAll(() => harness.close());

const recover = (apply: boolean, deleted: readonly string[] = []) => harness.run(rowChecks(harness, deleted), apply);

/** Amazon answers, and the mail server accepts. */
const others = {
  exchangeAuthorizationCode: async () => ({ outcome: 'exchanged' }) as const,
  verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }) as const,
  deliverMessage: (messageId: string) => markSent(harness, messageId),
};

async function startStore(request: { name?: string; country?: 'US' | 'CA' } = {}): Promise<string> {
  const storeId = await requestStore(harness, request);
  const { name = `Store ${storeId}`, country = 'US' } = request;
  await harness.temporal.createStore({ v: 1, storeId, name, website: 'base', country });
  await hasStatus(storeId, 'awaiting_authorization');
  return storeId;
}

async function connect(storeId: string, sellerId: string): Promise<void> {
  const { consentId } = await giveConsent(harness, storeId, sellerId);
  await harness.temporal.signalStore(storeId, messages.authorizationGranted, {
    consentId,
    sellingPartnerId: sellerId,
  });
  await eventually(async () => expect((await harness.consents.findConsent(consentId))?.outcome).toBe('connected'));
}

const hasStatus = (storeId: string, status: string) =>
  eventually(async () => expect(await findStore(harness, storeId)).toMatchObject({ status }));

/** What its workflow decides. */
async function stateOf(storeId: string) {
  return harness
    .database('stores')
    .where({ id: storeId })
    .first('status', 'enabled', 'reason', 'name', 'seller_id', 'authorized_at', 'expires_at', 'next_at');
}

async function timelineOf(storeId: string): Promise<readonly string[]> {
  return harness.database('timeline').where({ store_id: storeId }).orderBy('at').pluck('key');
}

test('a database that was set back is brought up to date from the workflows; what is lost is said, and no reminder is sent', async () => {
  const [unchanged, renewed, removed, disconnected, connectedSince, disabled] = await harness.withWorker(async () => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) ids.push(await startStore());
    for (const [n, storeId] of ids.entries()) if (n !== 4) await connect(storeId, `A${n}BACKUP`);
    return ids as [string, string, string, string, string, string];
  }, others);
  const { messageId } = await harness.messages.queueConnectLink(unchanged);
  await harness.database('messages').update({ queued_at: new Date(Date.now() - 120_000) });
  await backUp(harness.database);

  let created = '';
  const added = await harness.withWorker(async () => {
    await connect(renewed, 'A1BACKUP');
    await harness.temporal.signalStore(removed, messages.deletionRequested);
    await harness.temporal.signalStore(disconnected, messages.disconnectRequested);
    await connect(connectedSince, 'A4BACKUP');
    await harness.stores.changeSettings(disabled, { name: 'Renamed' }, () =>
      harness.temporal.signalStore(disabled, messages.storeRenamed, { name: 'Renamed' }),
    );
    await harness.temporal.signalStore(disabled, messages.enabledChanged, { enabled: false });
    const storeId = await startStore({ name: 'Newer than the backup' });
    await connect(storeId, 'A6BACKUP');
    created = await startStore({ name: 'Only created' });
    await hasStatus(removed, 'deleted');
    await hasStatus(disconnected, 'disconnected');
    await eventually(async () => expect(await findStore(harness, disabled)).toMatchObject({ enabled: false }));
    await harness.temporal.deliverMessage(messageId);
    await harness.client.workflow.getHandle(messageWorkflowId(messageId)).result();
    await harness.client.workflow.getHandle(storeWorkflowId(removed)).result();
    return storeId;
  }, others);
  const all = [unchanged, renewed, removed, disconnected, connectedSince, disabled, added, created];
  const truth = await Promise.all(all.map(stateOf));
  const timelines = await Promise.all(all.map(timelineOf));
  await setBack(harness.database);

  const report = await recover(false);
  expect(report.exitCode).toBe(1);
  const about = (storeId: string) => report.lines.filter((line) => line.startsWith(`  store ${storeId}`)).join();
  expect(about(unchanged)).toBe('');
  expect(about(removed)).toContain('older than its workflow, whose status is deleted');
  expect(about(renewed)).toContain('the refresh token of its authorization is lost');
  for (const storeId of [added, created]) expect(about(storeId)).toContain('the row is missing');
  expect(await stateOf(renewed)).not.toEqual(truth[1]);

  expect((await recover(true)).exitCode).toBe(0);
  expect(await Promise.all(all.map(stateOf))).toEqual(truth);
  // The renewal began a new run: the entries before it are in the history of the last one.
  for (const [index, storeId] of all.entries())
    if (storeId !== renewed)
      expect(await timelineOf(storeId)).toEqual(
        expect.arrayContaining([...(timelines[index] ?? [])].filter(isOfWorkflow)),
      );
  expect(await harness.database('messages').whereNull('sent_at')).toEqual([]);

  await harness.withWorker(async () => {
    const lost = [renewed, connectedSince, added];
    for (const storeId of lost) await hasStatus(storeId, 'disconnected');
    for (const storeId of lost)
      expect(await findStore(harness, storeId)).toMatchObject({ reason: { code: 'authorization_lost' } });
    await eventually(async () => expect(await harness.database('messages').whereNotNull('sent_at')).toHaveLength(4));
  }, others);
  const queued = await harness.database('messages').whereNot({ id: messageId }).select('kind', 'content');
  expect(new Set(queued.map(({ kind, content }) => `${kind} ${content.reason?.code}`))).toEqual(
    new Set(['connect_again authorization_lost']),
  );
  const open = await harness.database('alarms').whereNull('closed_at').orderBy('kind').pluck('kind');
  expect(open).toEqual([
    'authorization_lost',
    'authorization_lost',
    'authorization_lost',
    ...Array(2).fill('store_settings_lost'),
  ]);
  expect((await recover(false)).lines.at(-1)).toBe('No difference.');

  // The seller agrees again: the alarm is over.
  await harness.withWorker(() => connect(renewed, 'A1BACKUP'), others);
  expect(await harness.alarms.findOpenAlarm('authorization_lost', renewed)).toBeUndefined();
  await harness.stores.changeSettings(added, { email: 'again@example.com' }, async () => undefined);
  expect(await harness.alarms.findOpenAlarm('store_settings_lost', added)).toBeUndefined();
});

/** Settings and links are changed without the workflow. */
function isOfWorkflow(key: string): boolean {
  return !/^(settings|connect-link|connect-links-ended|message)\//.test(key);
}

test('a store of which Temporal knows nothing is left to a person, who may name it as deleted', async () => {
  const storeId = await requestStore(harness, { name: `Forgotten ${randomUUID()}` });
  await harness.stores.createStore(storeId);
  const { lines, exitCode } = await recover(true);
  expect(exitCode).toBe(1);
  expect(lines.join('\n')).toContain(`--deleted ${storeId}`);
  expect(await harness.temporal.stateOf(storeWorkflowId(storeId))).toBe('absent');
  expect((await recover(true, [storeId])).exitCode).toBe(0);
  expect(await findStore(harness, storeId)).toMatchObject({ status: 'deleted' });
});
