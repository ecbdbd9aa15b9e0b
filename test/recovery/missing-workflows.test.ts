import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignWorkflowId, importWorkflowId, messageWorkflowId, storeWorkflowId } from '../../domain/ids.ts';
import { nextStep, type StoreState } from '../../domain/store-life.ts';
import { missingWorkflowChecks } from '../../recovery/missing-workflows.ts';
import type { CampaignInput, StoreOnboardingInput } from '../../workflows/messages.ts';
import { addStore, changeOf, connectStore, inOneHour, yearMs } from '../adapters/postgres/store-harness.ts';
import { eventually } from '../setup/eventually.ts';
import { insertManyRows } from './many-rows.ts';
import { openRecoveryHarness, type RecoveryHarness } from './recovery-harness.ts';

let harness: RecoveryHarness;
beforeAll(async () => {
  harness = await openRecoveryHarness();
});
afterAll(() => harness.close());

const recover = (apply: boolean) => harness.run(missingWorkflowChecks(harness), apply);

async function eventsOf(storeId: string) {
  return (await harness.client.workflow.getHandle(storeWorkflowId(storeId)).fetchHistory()).events ?? [];
}

async function inputOf<T>(workflowId: string): Promise<T | undefined> {
  const { events } = await harness.client.workflow.getHandle(workflowId).fetchHistory();
  const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  return payload && defaultPayloadConverter.fromPayload<T>(payload);
}

async function carriedBy(storeId: string): Promise<StoreState | undefined> {
  return (await inputOf<StoreOnboardingInput>(storeWorkflowId(storeId)))?.carried?.store;
}

async function firstTaskCompleted(storeId: string): Promise<void> {
  await eventually(async () => {
    const events = await eventsOf(storeId);
    expect(events.some((event) => event.workflowTaskCompletedEventAttributes)).toBe(true);
  });
}

test('reports five hundred stores in all statuses after the loss of Temporal, and changes nothing', async () => {
  const { live } = await insertManyRows(harness.database, 500);
  const { exitCode, lines } = await recover(false);
  expect(exitCode).toBe(1);
  expect(lines.at(-1)).toContain(`${live.size + 2} differences, of which ${live.size + 2} can be repaired`);
  const [storeId = ''] = live.keys();
  expect(lines).toContain(`  store ${storeId}: Temporal knows no workflow for it, although the store is not deleted`);
  expect(await harness.temporal.stateOf(storeWorkflowId(storeId))).toBe('absent');
  await harness.database('stores').delete();
  await harness.database('grants').delete();
});

test('starts the stores of all statuses with the same year and the same next date, and sends no e-mail', async () => {
  const { live } = await insertManyRows(harness.database, 48);
  const rows = () => harness.database('stores').orderBy('id');
  const before = await rows();
  expect((await recover(true)).exitCode).toBe(0);
  expect((await recover(false)).lines.at(-1)).toBe('No difference.');
  for (const [storeId, state] of live) expect(await carriedBy(storeId)).toEqual(state);

  const amazonIsAway = async () => {
    throw new Error('Amazon is away');
  };
  await harness.withWorker(
    async () => {
      for (const storeId of live.keys()) await firstTaskCompleted(storeId);
      for (const [storeId, state] of live) {
        const timers = (await eventsOf(storeId)).flatMap((event) => event.timerStartedEventAttributes ?? []);
        const next = nextStep(state);
        expect(timers).toHaveLength(next ? 1 : 0);
        const waitMs = Number(timers[0]?.startToFireTimeout?.seconds ?? 0) * 1000;
        if (next) expect(Math.abs(Date.parse(next.at) - Date.now() - waitMs)).toBeLessThan(180_000);
      }
    },
    { exchangeAuthorizationCode: amazonIsAway },
  );
  expect(await rows()).toEqual(before);
  expect(await harness.database('messages')).toEqual([]);
  expect(await harness.database('timeline').whereNot({ what: 'amazon_unavailable' })).toEqual([]);
});

test('what else was under way continues: an import, campaigns, an e-mail and a notice to operators', async () => {
  const { database } = harness;
  const storeId = await addStore(harness);
  await connectStore(harness, storeId, 'A1UNDERWAY');
  const { importId } = await savedImport();
  const { messageId } = await harness.messages.queueConnectLink(storeId);
  await harness.alarms.openAlarm({ kind: 'application_refused', params: { answer: '401 invalid_client' } });
  const [noticeId = ''] = await harness.notices.listNoticesToDispatch();
  await harness.notices.markNoticeDispatched(noticeId);
  const scheduled = await savedCampaign({ startsAt: inOneHour() });
  const running = await savedCampaign({ startsAt: new Date().toISOString() });
  await harness.campaigns.startCampaign(running, yearMs);
  await harness.campaigns.recordCampaign(running, 'running', inOneHour());
  await database('campaign_asks').where({ campaign_id: running }).update({ after_ms: 5_000_000 });
  await makeOlder('imports', 'campaigns', 'messages', 'alarm_notices');

  const expected = [
    importWorkflowId(importId),
    messageWorkflowId(messageId),
    messageWorkflowId(noticeId),
    campaignWorkflowId(scheduled),
    campaignWorkflowId(running),
  ];
  expect((await recover(true)).exitCode).toBe(0);
  for (const workflowId of expected) expect(await harness.temporal.stateOf(workflowId)).toBe('running');
  const clock = (await inputOf<CampaignInput>(campaignWorkflowId(running)))?.carried?.clock;
  expect(Math.abs((clock?.ranMs ?? 0) - 1_400_000)).toBeLessThan(60_000);
  expect((await inputOf<CampaignInput>(campaignWorkflowId(scheduled)))?.carried).toBeUndefined();

  await harness.client.workflow.getHandle(campaignWorkflowId(running)).terminate();
  const { lines, exitCode } = await harness.compareSides();
  expect(exitCode).toBe(1);
  expect(lines).toContain(
    `  campaign ${running}: its workflow ended without an outcome, although the campaign is running`,
  );
  expect((await recover(true)).exitCode).toBe(0);
  expect((await harness.compareSides()).exitCode).toBe(0);
});

test('a store that was deleted while its workflow was to be started stays deleted', async () => {
  const storeId = await addStore(harness);
  for await (const { repair } of missingWorkflowChecks(harness)[0]!.find()) {
    await harness.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
    await repair?.();
  }
  expect(await harness.temporal.stateOf(storeWorkflowId(storeId))).toBe('absent');
});

async function savedImport(): Promise<{ importId: string }> {
  const request = { website: 'base', email: 'a@example.com', name: 'Imported', country: 'US' } as const;
  const saved = await harness.imports.saveImport({ fingerprint: 'f', lines: [{ line: 1, request }] });
  if (saved.kind !== 'saved') throw new Error('The import was not saved');
  await harness.imports.markImportAccepted(saved.importId);
  return saved;
}

async function savedCampaign({ startsAt }: { startsAt: string }): Promise<string> {
  const campaignId = randomUUID();
  const request = { name: 'Roles', reason: 'A new role.', stores: {}, overDays: 14, startsAt };
  await harness.campaigns.insertCampaign({ campaignId, fingerprint: 'f', request });
  await harness.campaigns.markCampaignAccepted(campaignId);
  return campaignId;
}

/** What is younger than a minute may be about to get its workflow. */
async function makeOlder(...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const column = table === 'messages' ? 'queued_at' : table === 'alarm_notices' ? 'dispatched_at' : 'created_at';
    await harness.database(table).update({ [column]: new Date(Date.now() - 120_000) });
  }
}
