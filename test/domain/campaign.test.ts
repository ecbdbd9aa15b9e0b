import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  campaignPauseMs,
  type CampaignClock,
  messagePaceMs,
  planTurns,
  readClock,
  runClock,
  stopClock,
  waitMs,
} from '../../domain/campaign.ts';
import { amazonYearMs } from '../../domain/renewal-schedule.ts';

const dayMs = 86_400_000;
const grantIds = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 200 });

describe('the turns of a campaign', () => {
  test('are as many as authorizations, each in a slot of its own, in order, within the days', () => {
    fc.assert(
      fc.property(fc.uuid(), grantIds, fc.integer({ min: 1, max: 60 }), (campaignId, grants, overDays) => {
        const turns = planTurns(campaignId, grants, { overDays, yearMs: amazonYearMs });
        expect(new Set(turns.map(({ grantId }) => grantId))).toEqual(new Set(grants));
        const slotMs = (overDays * dayMs) / grants.length;
        for (const [slot, { afterMs }] of turns.entries()) {
          expect(afterMs).toBeGreaterThanOrEqual(Math.floor(slot * slotMs));
          expect(afterMs).toBeLessThan((slot + 1) * slotMs);
          expect(Number.isInteger(afterMs)).toBe(true);
        }
      }),
    );
  });

  test('are the same whatever order the authorizations come in, and others for another campaign', () => {
    fc.assert(
      fc.property(fc.uuid(), grantIds, (campaignId, grants) => {
        const options = { overDays: 7, yearMs: amazonYearMs };
        expect(planTurns(campaignId, grants.toReversed(), options)).toEqual(planTurns(campaignId, grants, options));
      }),
    );
    const many = Array.from({ length: 50 }, (_, index) => `grant-${index}`);
    const orderOf = (id: string) =>
      planTurns(id, many, { overDays: 1, yearMs: amazonYearMs }).map(({ grantId }) => grantId);
    expect(orderOf('one')).not.toEqual(orderOf('two'));
  });

  test('vary within their slots', () => {
    const many = Array.from({ length: 100 }, (_, index) => `grant-${index}`);
    const turns = planTurns('c', many, { overDays: 1, yearMs: amazonYearMs });
    const slotMs = dayMs / 100;
    const quarters = turns.map(({ afterMs }, slot) => Math.floor((4 * (afterMs - slot * slotMs)) / slotMs));
    for (const quarter of [0, 1, 2, 3]) expect(quarters.filter((each) => each === quarter).length).toBeGreaterThan(10);
  });

  test('keep the pace of a mail server however few days there are, and shrink with the year', () => {
    const many = Array.from({ length: 500 }, (_, index) => `grant-${index}`);
    const last = planTurns('c', many, { overDays: 0, yearMs: amazonYearMs }).at(-1)?.afterMs ?? 0;
    expect(last).toBeGreaterThanOrEqual(499 * messagePaceMs);
    const shrunk = planTurns('c', ['a', 'b'], { overDays: 10, yearMs: amazonYearMs / 1000 });
    for (const { afterMs } of shrunk) expect(afterMs).toBeLessThan((10 * dayMs) / 1000);
    expect(campaignPauseMs(amazonYearMs)).toBe(7 * dayMs);
    expect(campaignPauseMs(amazonYearMs / 1000)).toBe((7 * dayMs) / 1000);
  });
});

describe('the clock of a campaign', () => {
  test('counts the time between pauses and nothing else', () => {
    const spans = fc.array(fc.record({ ranMs: fc.nat(1e9), pausedMs: fc.nat(1e9) }), { maxLength: 20 });
    fc.assert(
      fc.property(spans, (lived) => {
        let nowMs = 1_800_000_000_000;
        let clock: CampaignClock = { ranMs: 0 };
        for (const { ranMs, pausedMs } of lived) {
          clock = runClock(clock, nowMs);
          nowMs += ranMs;
          // Asked for twice, it changes nothing.
          clock = stopClock(stopClock(clock, nowMs), nowMs + pausedMs);
          nowMs += pausedMs;
        }
        expect(readClock(clock, nowMs)).toBe(lived.reduce((sum, { ranMs }) => sum + ranMs, 0));
        expect(runClock(runClock(clock, nowMs), nowMs + 5)).toEqual(runClock(clock, nowMs));
      }),
    );
  });

  test('gives messages that have just left their time, and always moves on', () => {
    expect(waitMs(0, 5000, 1)).toBe(5000);
    expect(waitMs(90_000, 5000, 20)).toBe(20 * messagePaceMs);
    expect(waitMs(90_000, 5000, 0)).toBe(1);
  });
});
