import { expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { type Asked, useCampaigns } from './campaign-harness.ts';

const fixture = useCampaigns();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysFrom = (startMs: number, asked: readonly Asked[]) => asked.map(({ atMs }) => (atMs - startMs) / dayMs);
const asks = (asked: readonly Asked[], ask: Asked['ask']) => asked.filter((each) => each.ask === ask);

/** The most messages that left within one hour. */
function busiestHour(asked: readonly Asked[]): number {
  const times = asked.map(({ atMs }) => atMs);
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + hourMs).length));
}

test('everybody is asked once, spread evenly over the days, and reminded once a week later', async () => {
  const run = await fixture.start({ sellers: 40, overDays: 10 });
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  const first = asks(run.asked, 'first');
  const reminders = asks(run.asked, 'reminder');
  expect(new Set(first.map(({ grantId }) => grantId)).size).toBe(40);
  expect(first).toHaveLength(40);
  const perDay = Array.from({ length: 10 }, (_, day) =>
    daysFrom(run.startedAtMs, first).filter((at) => Math.floor(at) === day),
  );
  for (const day of perDay) {
    expect(day.length).toBeGreaterThanOrEqual(3);
    expect(day.length).toBeLessThanOrEqual(5);
  }
  expect(reminders.map(({ grantId }) => grantId)).toEqual(first.map(({ grantId }) => grantId));
  for (const [index, { atMs }] of reminders.entries()) {
    const pauseDays = (atMs - (first[index]?.atMs ?? 0)) / dayMs;
    expect(pauseDays).toBeCloseTo(7, 2);
  }
  expect(run.states).toEqual(['scheduled', 'running', 'finished']);
});

test('who has agreed is neither asked nor reminded, and the campaign ends when nobody is left', async () => {
  const run = await fixture.start({
    sellers: 20,
    overDays: 5,
    onAsked: ({ grantId }, { agreed }) => {
      agreed.add(grantId);
      // By another door, before its turn.
      agreed.add('grant-7');
    },
  });
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  expect(asks(run.asked, 'reminder')).toEqual([]);
  expect(asks(run.asked, 'first').length).toBeLessThanOrEqual(20);
  const { closeTime } = await run.handle.describe();
  expect(closeTime?.getTime()).toBeLessThan(run.startedAtMs + 6.1 * dayMs);
});

test('a pause moves what is due, and nothing leaves in a burst afterwards', async () => {
  const run = await fixture.start({ sellers: 48, overDays: 4 });
  await fixture.sleepDays(1);
  await run.handle.signal(messages.pauseRequested);
  await fixture.sleepDays(0.001);
  const before = run.asked.length;
  expect(before).toBeGreaterThanOrEqual(11);
  expect(before).toBeLessThanOrEqual(13);
  await fixture.sleepDays(30);
  expect(run.asked).toHaveLength(before);
  expect(run.states.at(-1)).toBe('paused');
  await run.handle.signal(messages.resumeRequested);
  await run.handle.result();
  const first = asks(run.asked, 'first');
  expect(first).toHaveLength(48);
  expect(busiestHour(first)).toBeLessThanOrEqual(2);
  const late = daysFrom(run.startedAtMs, first.slice(before));
  expect(Math.min(...late)).toBeGreaterThan(31);
  expect(Math.max(...late)).toBeLessThan(34.1);
});

test('waits for its start, pauses before it, and asks nobody once it is cancelled', async () => {
  const run = await fixture.start({ sellers: 10, overDays: 1, startsInDays: 20 });
  await fixture.sleepDays(10);
  await run.handle.signal(messages.pauseRequested);
  await fixture.sleepDays(20);
  expect(run.asked).toEqual([]);
  await run.handle.signal(messages.resumeRequested);
  await fixture.sleepDays(0.5);
  const asked = run.asked.length;
  expect(asked).toBeGreaterThan(2);
  await run.handle.signal(messages.cancelRequested);
  expect(await run.handle.result()).toEqual({ outcome: 'cancelled' });
  expect(run.asked).toHaveLength(asked);
  expect(run.states).toEqual(['scheduled', 'paused', 'scheduled', 'running', 'cancelled']);
});

test('more sellers than one run has rounds for are asked one by one over several runs, pauses included', async () => {
  const run = await fixture.start({
    sellers: 260,
    overDays: 13,
    onAsked: ({ grantId }, { agreed }) => void agreed.add(grantId),
  });
  const firstRun = (await run.handle.describe()).runId;
  await fixture.sleepDays(5);
  await run.handle.signal(messages.pauseRequested);
  await fixture.sleepDays(1);
  expect(run.asked.length).toBeGreaterThan(90);
  expect(run.asked.length).toBeLessThan(110);
  await run.handle.signal(messages.resumeRequested);
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  expect(run.asked).toHaveLength(260);
  expect(new Set(run.asked.map(({ grantId }) => grantId)).size).toBe(260);
  const { historyLength, runId } = await run.handle.describe();
  expect(runId).not.toBe(firstRun);
  expect(historyLength).toBeLessThan(1500);
});
