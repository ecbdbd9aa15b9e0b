import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WatchRound } from '../../activities/contract.ts';
import { createActivities } from '../../activities/create-activities.ts';
import {
  type ActivityHarness,
  connectedStore,
  openActivityHarness,
  operatorEmail,
  runActivities,
} from './activity-harness.ts';

let harness: ActivityHarness;
let logged: LogEntry[];
beforeAll(async () => {
  harness = await openActivityHarness();
});
beforeEach(async () => {
  logged = [];
  await harness.database('stores').update({ status: 'expired' });
  await harness.database('alarms').delete();
});
afterEach(() => harness.clearFaults());
afterAll(() => harness.close());

const logger = new DefaultLogger('INFO', (entry) => void logged.push(entry));
const round = (): Promise<WatchRound> =>
  new MockActivityEnvironment({}, { logger }).run(createActivities(harness.deps).checkDueConnections);

async function makeAllDue(): Promise<void> {
  await harness.database('grants').update({ checked_at: new Date(0) });
}

const alarms = async () => (await harness.alarms.listAlarms({ limit: 10 })).items;
const linesOf = (level: string) => logged.filter((entry) => entry.level === level).map(({ message }) => message);

/** Delivers as the workflow would. Returns the subjects of the e-mails to operators, oldest first, without the first `count`. */
async function mailedSince(count: number): Promise<readonly string[]> {
  for (const messageId of harness.startedDeliveries.splice(0))
    await runActivities(harness.deps).deliverMessage(messageId);
  const mails = await harness.mailTo(operatorEmail);
  return mails
    .toReversed()
    .slice(count)
    .map(({ subject }) => subject);
}

describe('the fleet breaker', () => {
  it('opens one alarm for 25 minutes of refusals of all sellers, which closes when Amazon has recovered', async () => {
    const before = (await mailedSince(0)).length;
    await Promise.all([1, 2, 3, 4].map(() => connectedStore(harness)));
    await makeAllDue();
    await harness.fault({ kind: 'false_403' });
    const rounds = [];
    for (let minutes = 0; minutes < 25; minutes += 5) rounds.push(await round());
    expect(rounds.every(({ isBreakerOpen, suspects }) => isBreakerOpen && suspects.length === 0)).toBe(true);
    expect(await alarms()).toMatchObject([{ kind: 'fleet_breaker', params: { failing: '4', checked: '4' } }]);
    expect(await mailedSince(before)).toEqual(['Alarm: Many connections fail at once']);
    expect(linesOf('WARN')).toHaveLength(1);

    await harness.clearFaults();
    expect(await round()).toMatchObject({ failing: 0, isBreakerOpen: true });
    expect(await round()).toMatchObject({ isBreakerOpen: false });
    expect(await alarms()).toMatchObject([{ kind: 'fleet_breaker', closedAt: expect.any(String) }]);
    expect(await mailedSince(before + 1)).toEqual(['Resolved: Many connections fail at once']);
    expect(linesOf('INFO')).toHaveLength(1);
  });

  it('stays open during a short recovery, and reports no store', async () => {
    const [first] = await Promise.all([1, 2, 3, 4].map(() => connectedStore(harness)));
    await makeAllDue();
    await harness.fault({ kind: 'false_403' });
    await round();
    await harness.clearFaults();
    await harness.fault({ kind: 'false_403', seller: first?.seller ?? '' });
    expect(await round()).toMatchObject({ failing: 1, isBreakerOpen: true, suspects: [] });
    await makeAllDue();
    await harness.fault({ kind: 'false_403' });
    expect(await round()).toMatchObject({ failing: 4, isBreakerOpen: true });
    await harness.clearFaults();
    expect(await round()).toMatchObject({ failing: 0, isBreakerOpen: true });
    expect(await alarms()).toHaveLength(1);
  });

  it('does not take an outage of Amazon for a recovery', async () => {
    await Promise.all([1, 2, 3].map(() => connectedStore(harness)));
    await makeAllDue();
    await harness.fault({ kind: 'false_403' });
    await round();
    await harness.clearFaults();
    await harness.fault({ kind: 'outage' });
    for (let rounds = 0; rounds < 3; rounds += 1)
      expect(await round()).toMatchObject({ isAmazonAway: true, isBreakerOpen: true });
  });
});

describe('a refusal of our application', () => {
  it('opens one alarm, whichever call is refused, and closes it with the first answer', async () => {
    const before = (await mailedSince(0)).length;
    const { storeId } = await connectedStore(harness);
    await makeAllDue();
    await harness.fault({ kind: 'invalid_client' });
    await expect(runActivities(harness.deps).checkConnection(storeId)).rejects.toMatchObject({
      type: 'amazon_application',
    });
    expect(await round()).toMatchObject({ isAmazonAway: true, suspects: [] });
    expect(await alarms()).toMatchObject([
      { kind: 'application_refused', params: { answer: expect.stringContaining('401 invalid_client') } },
    ]);
    expect(await mailedSince(before)).toEqual(['Alarm: Amazon rejects our application']);

    await harness.clearFaults();
    expect(await runActivities(harness.deps).checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
    expect(await alarms()).toMatchObject([{ kind: 'application_refused', closedAt: expect.any(String) }]);
    expect(await mailedSince(before + 1)).toEqual(['Resolved: Amazon rejects our application']);
  });

  it('is not reported for an outage or a rate limit', async () => {
    const { storeId } = await connectedStore(harness);
    for (const kind of ['outage', 'throttled']) {
      await harness.fault({ kind, count: 1 });
      await expect(runActivities(harness.deps).checkConnection(storeId)).rejects.toBeDefined();
    }
    expect(await alarms()).toEqual([]);
  });

  it('does not lose the answer of Amazon when the alarm cannot be recorded', async () => {
    const { storeId } = await connectedStore(harness);
    const broken = { ...harness.deps.alarms, closeAlarm: () => Promise.reject(new Error('The database is away')) };
    const run = runActivities({ ...harness.deps, alarms: broken });
    expect(await run.checkConnection(storeId)).toMatchObject({ outcome: 'connected' });
  });
});

it('a notice left behind by a worker that died is delivered by the next one', async () => {
  await harness.alarms.openAlarm({ kind: 'fleet_breaker', params: { failing: '4', checked: '4' } });
  const [messageId] = await harness.notices.listNoticesToDispatch();
  await round();
  expect(harness.startedDeliveries).toContain(messageId);
});
