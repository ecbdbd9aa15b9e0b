import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WatchRound } from '../../activities/contract.ts';
import { createActivities } from '../../activities/create-activities.ts';
import {
  type ActivityWorld,
  connectedStore,
  openActivityWorld,
  operatorEmail,
  runActivities,
} from './activity-harness.ts';

let world: ActivityWorld;
let logged: LogEntry[];
beforeAll(async () => {
  world = await openActivityWorld();
});
beforeEach(async () => {
  logged = [];
  await world.database('stores').update({ status: 'expired' });
  await world.database('alarms').delete();
});
afterEach(() => world.clearFaults());
afterAll(() => world.close());

const logger = new DefaultLogger('INFO', (entry) => void logged.push(entry));
const round = (): Promise<WatchRound> =>
  new MockActivityEnvironment({}, { logger }).run(createActivities(world.deps).checkDueConnections);

async function allAreDue(): Promise<void> {
  await world.database('grants').update({ checked_at: new Date(0) });
}

const alarms = async () => (await world.alarmReader.listAlarms({ limit: 10 })).items;
const linesOf = (level: string) => logged.filter((entry) => entry.level === level).map(({ message }) => message);

/** Delivers what was dispatched since, as the workflow would; the subjects of what operators have got, oldest first. */
async function mailedSince(count: number): Promise<readonly string[]> {
  for (const messageId of world.dispatched.splice(0)) await runActivities(world.deps).deliverMessage(messageId);
  const mails = await world.mailTo(operatorEmail);
  return mails
    .toReversed()
    .slice(count)
    .map(({ subject }) => subject);
}

describe('the fleet breaker', () => {
  it('raises one alarm for 25 minutes of refusals for everyone, which ends by itself when Amazon is well again', async () => {
    const before = (await mailedSince(0)).length;
    await Promise.all([1, 2, 3, 4].map(() => connectedStore(world)));
    await allAreDue();
    await world.fault({ kind: 'false_403' });
    const spell = [];
    for (let minutes = 0; minutes < 25; minutes += 5) spell.push(await round());
    expect(spell.every(({ isBreakerOpen, suspects }) => isBreakerOpen && suspects.length === 0)).toBe(true);
    expect(await alarms()).toMatchObject([{ kind: 'fleet_breaker', params: { failing: '4', checked: '4' } }]);
    expect(await mailedSince(before)).toEqual(['Alarm: Many connections fail at once']);
    expect(linesOf('WARN')).toHaveLength(1);

    await world.clearFaults();
    expect(await round()).toMatchObject({ failing: 0, isBreakerOpen: true });
    expect(await round()).toMatchObject({ isBreakerOpen: false });
    expect(await alarms()).toMatchObject([{ kind: 'fleet_breaker', closedAt: expect.any(String) }]);
    expect(await mailedSince(before + 1)).toEqual(['Over: Many connections fail at once']);
    expect(linesOf('INFO')).toHaveLength(1);
  });

  it('does not flap when a spell has a pause, and suspects nobody in it', async () => {
    const [first] = await Promise.all([1, 2, 3, 4].map(() => connectedStore(world)));
    await allAreDue();
    await world.fault({ kind: 'false_403' });
    await round();
    await world.clearFaults();
    await world.fault({ kind: 'false_403', seller: first?.seller ?? '' });
    expect(await round()).toMatchObject({ failing: 1, isBreakerOpen: true, suspects: [] });
    await allAreDue();
    await world.fault({ kind: 'false_403' });
    expect(await round()).toMatchObject({ failing: 4, isBreakerOpen: true });
    await world.clearFaults();
    expect(await round()).toMatchObject({ failing: 0, isBreakerOpen: true });
    expect(await alarms()).toHaveLength(1);
  });

  it('takes the silence of Amazon for no recovery', async () => {
    await Promise.all([1, 2, 3].map(() => connectedStore(world)));
    await allAreDue();
    await world.fault({ kind: 'false_403' });
    await round();
    await world.clearFaults();
    await world.fault({ kind: 'outage' });
    for (let rounds = 0; rounds < 3; rounds += 1)
      expect(await round()).toMatchObject({ isAmazonAway: true, isBreakerOpen: true });
  });
});

describe('a refusal of our application', () => {
  it('is an alarm of operators, once, whichever call meets it, and ends with the first answer', async () => {
    const before = (await mailedSince(0)).length;
    const { storeId } = await connectedStore(world);
    await allAreDue();
    await world.fault({ kind: 'invalid_client' });
    await expect(runActivities(world.deps).checkConnection(storeId)).rejects.toMatchObject({
      type: 'amazon_application',
    });
    expect(await round()).toMatchObject({ isAmazonAway: true, suspects: [] });
    expect(await alarms()).toMatchObject([
      { kind: 'application_refused', params: { answer: expect.stringContaining('401 invalid_client') } },
    ]);
    expect(await mailedSince(before)).toEqual(['Alarm: Amazon refuses our application']);

    await world.clearFaults();
    expect(await runActivities(world.deps).checkConnection(storeId)).toEqual({ outcome: 'connected' });
    expect(await alarms()).toMatchObject([{ kind: 'application_refused', closedAt: expect.any(String) }]);
    expect(await mailedSince(before + 1)).toEqual(['Over: Amazon refuses our application']);
  });

  it('is not what an outage or a limit is', async () => {
    const { storeId } = await connectedStore(world);
    for (const kind of ['outage', 'throttled']) {
      await world.fault({ kind, count: 1 });
      await expect(runActivities(world.deps).checkConnection(storeId)).rejects.toBeDefined();
    }
    expect(await alarms()).toEqual([]);
  });

  it('stops no answer of Amazon when the alarm cannot be recorded', async () => {
    const { storeId } = await connectedStore(world);
    const broken = { ...world.deps.alarms, closeAlarm: () => Promise.reject(new Error('The database is away')) };
    const run = runActivities({ ...world.deps, alarms: broken });
    expect(await run.checkConnection(storeId)).toEqual({ outcome: 'connected' });
  });
});

it('a notice left behind by a worker that died is sent off by the next one', async () => {
  await world.alarms.openAlarm({ kind: 'fleet_breaker' });
  const [messageId] = await world.notices.listNoticesToDispatch();
  await round();
  expect(world.dispatched).toContain(messageId);
});
