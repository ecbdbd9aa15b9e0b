import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OperatorNotice } from '../../activities/ports.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { DatabaseAlarm } from '../../activities/database-alarm.ts';
import { FailingSteps } from '../../activities/failing-steps.ts';
import { eventually } from '../setup/eventually.ts';
import { setReadOnly as setDatabaseReadOnly } from '../setup/read-only-database.ts';
import { type ActivityHarness, openActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
let failingSteps: FailingSteps;
let mails: OperatorNotice[];
let alarm: DatabaseAlarm;
beforeEach(async () => {
  harness = await openActivityHarness();
  failingSteps = new FailingSteps();
  mails = [];
  const mailer = {
    async send(notice: object) {
      mails.push(notice as OperatorNotice);
      return { reached: ['operators@example.com'], refused: [], replies: '' };
    },
  };
  alarm = new DatabaseAlarm(
    { alarms: harness.alarms, mailer, failingSteps, operatorEmail: 'operators@example.com' },
    { info: () => undefined, warn: () => undefined },
  );
});
afterEach(() => harness.close());

/** One attempt of a step that Temporal has been repeating for a minute. */
async function attemptStep(): Promise<void> {
  const { forgetAuthorization } = createActivities({ ...harness.deps, failingSteps });
  const environment = new MockActivityEnvironment({
    activityType: 'forgetAuthorization',
    scheduledTimestampMs: Date.now() - 60_000,
  });
  await environment.run(forgetAuthorization, '8f7b6e5a-0000-4000-8000-000000000000').catch(() => undefined);
}

async function setReadOnly(isReadOnly: boolean): Promise<void> {
  await setDatabaseReadOnly(harness.url, isReadOnly);
  await eventually(() => harness.database.raw('select 1'));
}

const openAlarm = () => harness.alarms.findOpenAlarm('database_step_failing', '');

it('is open while one step fails although the database accepts others, and closes by itself', async () => {
  await harness.database.raw('alter table connect_links rename to connect_links_hidden');
  await attemptStep();
  await alarm.runRound();
  expect(await openAlarm()).toMatchObject({ params: { step: 'forgetAuthorization', cause: '42P01' } });

  await harness.database.raw('alter table connect_links_hidden rename to connect_links');
  await attemptStep();
  await alarm.runRound();
  expect(await openAlarm()).toBeDefined();
  await harness.database.raw(`update alarms set last_occurred_at = now() - interval '3 minutes'`);
  await alarm.runRound();
  expect(await openAlarm()).toBeUndefined();
  expect(mails).toEqual([]);
});

it('is mailed once by the process itself while the database cannot record it, and recorded afterwards', async () => {
  await setReadOnly(true);
  await attemptStep();
  await expect(alarm.runRound()).rejects.toThrow('read-only');
  await expect(alarm.runRound()).rejects.toThrow('read-only');
  expect(mails).toMatchObject([
    { to: ['operators@example.com'], event: 'opened', alarm: { params: { cause: '25006' } } },
  ]);

  await setReadOnly(false);
  await attemptStep();
  await alarm.runRound();
  expect(await openAlarm()).toMatchObject({ params: { step: 'forgetAuthorization', cause: '25006' } });
});

it('is not raised by a step that fails for seconds', async () => {
  await setReadOnly(true);
  const { forgetAuthorization } = createActivities({ ...harness.deps, failingSteps });
  const environment = new MockActivityEnvironment({ scheduledTimestampMs: Date.now() });
  await environment.run(forgetAuthorization, '8f7b6e5a-0000-4000-8000-000000000000').catch(() => undefined);
  expect(failingSteps.count()).toBe(1);
  await setReadOnly(false);
  await alarm.runRound();
  expect(await openAlarm()).toBeUndefined();
});
