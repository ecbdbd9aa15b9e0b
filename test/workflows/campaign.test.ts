import { expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { type SentRequest, useCampaigns } from './campaign-harness.ts';

const campaigns = useCampaigns();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysFrom = (startMs: number, requests: readonly SentRequest[]) =>
  requests.map(({ atMs }) => (atMs - startMs) / dayMs);
const ofKind = (requests: readonly SentRequest[], ask: SentRequest['ask']) =>
  requests.filter((request) => request.ask === ask);

/** The most requests that were sent within one hour. */
function maxPerHour(requests: readonly SentRequest[]): number {
  const times = requests.map(({ atMs }) => atMs);
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + hourMs).length));
}

test('sends one request to every seller, spread evenly over the days, and one reminder a week later', async () => {
  const run = await campaigns.start({ sellers: 40, overDays: 10 });
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  const first = ofKind(run.requests, 'first');
  const reminders = ofKind(run.requests, 'reminder');
  expect(new Set(first.map(({ authorizationId }) => authorizationId)).size).toBe(40);
  expect(first).toHaveLength(40);
  const perDay = Array.from({ length: 10 }, (_, day) =>
    daysFrom(run.startedAtMs, first).filter((at) => Math.floor(at) === day),
  );
  for (const day of perDay) {
    expect(day.length).toBeGreaterThanOrEqual(3);
    expect(day.length).toBeLessThanOrEqual(5);
  }
  expect(reminders.map(({ authorizationId }) => authorizationId)).toEqual(
    first.map(({ authorizationId }) => authorizationId),
  );
  for (const [index, { atMs }] of reminders.entries()) {
    const delayDays = (atMs - (first[index]?.atMs ?? 0)) / dayMs;
    expect(delayDays).toBeCloseTo(7, 2);
  }
  expect(run.states).toEqual(['scheduled', 'running', 'finished']);
});

test('sends nothing to sellers who have consented, and ends when no seller is left', async () => {
  const run = await campaigns.start({
    sellers: 20,
    overDays: 5,
    onRequest: ({ authorizationId }, { consented }) => {
      consented.add(authorizationId);
      // This one consents independently, before its request is due.
      consented.add('authorization-7');
    },
  });
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  expect(ofKind(run.requests, 'reminder')).toEqual([]);
  expect(ofKind(run.requests, 'first').length).toBeLessThanOrEqual(20);
  const { closeTime } = await run.handle.describe();
  expect(closeTime?.getTime()).toBeLessThan(run.startedAtMs + 6.1 * dayMs);
});

test('a pause moves all later requests, with no burst afterwards', async () => {
  const run = await campaigns.start({ sellers: 48, overDays: 4 });
  await campaigns.sleepDays(1);
  await run.handle.signal(messages.pauseRequested);
  await campaigns.sleepDays(0.001);
  const before = run.requests.length;
  expect(before).toBeGreaterThanOrEqual(11);
  expect(before).toBeLessThanOrEqual(13);
  await campaigns.sleepDays(30);
  expect(run.requests).toHaveLength(before);
  expect(run.states.at(-1)).toBe('paused');
  await run.handle.signal(messages.resumeRequested);
  await run.handle.result();
  const first = ofKind(run.requests, 'first');
  expect(first).toHaveLength(48);
  expect(maxPerHour(first)).toBeLessThanOrEqual(2);
  const late = daysFrom(run.startedAtMs, first.slice(before));
  expect(Math.min(...late)).toBeGreaterThan(31);
  expect(Math.max(...late)).toBeLessThan(34.1);
});

test('waits for its start, can be paused before it, and sends no request after it is cancelled', async () => {
  const run = await campaigns.start({ sellers: 10, overDays: 1, startsInDays: 20 });
  await campaigns.sleepDays(10);
  await run.handle.signal(messages.pauseRequested);
  await campaigns.sleepDays(20);
  expect(run.requests).toEqual([]);
  await run.handle.signal(messages.resumeRequested);
  await campaigns.sleepDays(0.5);
  const count = run.requests.length;
  expect(count).toBeGreaterThan(2);
  await run.handle.signal(messages.cancelRequested);
  expect(await run.handle.result()).toEqual({ outcome: 'cancelled' });
  expect(run.requests).toHaveLength(count);
  expect(run.states).toEqual(['scheduled', 'paused', 'scheduled', 'running', 'cancelled']);
});

test('continues as new when there are more sellers than rounds in a run, also with a pause', async () => {
  const run = await campaigns.start({
    sellers: 260,
    overDays: 13,
    onRequest: ({ authorizationId }, { consented }) => void consented.add(authorizationId),
  });
  const firstRun = (await run.handle.describe()).runId;
  await campaigns.sleepDays(5);
  await run.handle.signal(messages.pauseRequested);
  await campaigns.sleepDays(1);
  expect(run.requests.length).toBeGreaterThan(90);
  expect(run.requests.length).toBeLessThan(110);
  await run.handle.signal(messages.resumeRequested);
  expect(await run.handle.result()).toEqual({ outcome: 'finished' });
  expect(run.requests).toHaveLength(260);
  expect(new Set(run.requests.map(({ authorizationId }) => authorizationId)).size).toBe(260);
  const { historyLength, runId } = await run.handle.describe();
  expect(runId).not.toBe(firstRun);
  expect(historyLength).toBeLessThan(1500);
});
