import { describe, expect, it } from 'vitest';
import type { FleetRecord } from '../fleet-record.ts';
import { checkFleet } from './check-fleet.ts';
import { cleanRecord, day, mailOn, yearMs } from './clean-record.ts';

const clean = cleanRecord();
const lateMs = 900;
const rulesBroken = (changes: Partial<FleetRecord>): string[] =>
  checkFleet({ ...clean, ...changes }, { lateMs }).findings.map(({ rule }) => rule);
const texts = (changes: Partial<FleetRecord>): string =>
  checkFleet({ ...clean, ...changes }, { lateMs })
    .findings.map(({ text }) => text)
    .join('\n');

const without = (days: number, year: 1 | 2) =>
  clean.mails.filter(({ atMs }) => Math.floor((atMs - day((year === 1 ? 365 : 717) + days)) / 1000) !== 0);

function disconnections(onDay: number | undefined): FleetRecord['deliveries'] {
  if (onDay === undefined) return [];
  return ['us', 'ca'].map((storeId) => ({
    id: `msg_${storeId}`,
    storeId,
    type: 'store.disconnected',
    atMs: day(onDay),
    isAccepted: true,
    body: '',
  }));
}

/** The same stores, whose seller revoked on a day. */
function revoked(onDay: number, disconnectedOnDay?: number): Partial<FleetRecord> {
  const ended = disconnectedOnDay ?? 760;
  return {
    deliveries: [...clean.deliveries.filter(({ atMs }) => atMs < day(ended)), ...disconnections(disconnectedOnDay)],
    grants: clean.grants.map((grant) => ({ ...grant, revokedAtMs: day(onDay) })),
    entries: [
      ...clean.entries.filter(({ atMs }) => atMs < day(ended)),
      ...(disconnectedOnDay === undefined
        ? []
        : ['us', 'ca'].map((storeId, index) => ({
            id: 900 + index,
            storeId,
            atMs: day(ended),
            what: 'disconnected',
            status: 'disconnected',
            reason: 'authorization_revoked',
          }))),
    ],
    events: [...clean.events, { entryId: 900, storeId: 'us' }, { entryId: 901, storeId: 'ca' }],
    mails: clean.mails.filter(({ atMs }) => atMs < day(ended)),
  };
}

it('finds nothing in a fleet that was looked after as promised', () => {
  const { findings, latenessMs, remindersByDay } = checkFleet(clean, { lateMs });
  expect(findings).toEqual([]);
  expect(latenessMs).toEqual(Array.from({ length: 10 }, () => 200));
  expect(remindersByDay.get(-30)).toBe(2);
  expect(remindersByDay.get(30)).toBe(1);
});

describe('reminders', () => {
  it('finds the early one, with store, seller and both dates', () => {
    const mails = [...without(-30, 1), mailOn(-30, day(330))];
    expect(rulesBroken({ mails })).toEqual(['reminder_early', 'reminder_missing']);
    const told = texts({ mails });
    for (const part of ['North US', 'ASELLER', new Date(day(335)).toISOString(), new Date(day(330)).toISOString()])
      expect(told).toContain(part);
  });

  it('finds the doubled one, and does not take a repeated delivery for one', () => {
    expect(rulesBroken({ mails: [...clean.mails, mailOn(-30, day(335) + 900)] })).toEqual(['reminder_doubled']);
    const again = [mailOn(-30, day(335) + 900, `<${day(335) + 200}@perennial>`)];
    expect(rulesBroken({ mails: [...clean.mails, ...again] })).toEqual([]);
    expect(checkFleet({ ...clean, mails: [...clean.mails, ...again] }, { lateMs }).repeatedMails).toBe(1);
  });

  it('finds one message for each store where one for all is due', () => {
    const [first, ...others] = clean.mails;
    const split = ['North US', 'North CA'].map((name) => ({ ...mailOn(-30, first!.atMs, name), names: [name] }));
    expect(rulesBroken({ mails: [...others, ...split] })).toEqual(
      expect.arrayContaining(['reminder_doubled', 'reminder_incomplete']),
    );
  });

  it.each([-30, -14, -7, -3, -1, 0, 7, 30])('finds the missing one on day %d', (days) => {
    expect(rulesBroken({ mails: without(days, 2) })).toEqual(['reminder_missing']);
  });

  it('finds the late one', () => {
    const mails = [...without(-14, 2), mailOn(-14, day(717 - 14) + 4000)];
    expect(rulesBroken({ mails })).toEqual(['reminder_late']);
  });

  it('excuses what was skipped during an absence, but not what was skipped without one', () => {
    const absence = { what: 'worker', isOurs: true, fromMs: day(717 - 31), toMs: day(717 - 12) };
    expect(rulesBroken({ mails: without(-30, 2), disturbances: [absence] })).toEqual([]);
    const amazonAway = { ...absence, isOurs: false };
    expect(rulesBroken({ mails: without(-30, 2), disturbances: [amazonAway] })).toEqual(['reminder_missing']);
  });

  it('finds the one that asks for what was renewed', () => {
    expect(rulesBroken({ mails: [...clean.mails, mailOn(-7, day(358) + 200)] })).toEqual(['reminder_pointless']);
  });

  it('finds the one that names stores of nobody', () => {
    const stranger = { ...mailOn(-30, day(335)), names: ['South US'] };
    expect(rulesBroken({ mails: [...clean.mails, stranger] })).toEqual(['reminder_unknown']);
  });
});

describe('connections', () => {
  it('finds the store that is active without a valid authorization', () => {
    expect(rulesBroken(revoked(400))).toEqual(expect.arrayContaining(['active_without_grant']));
    expect(rulesBroken(revoked(400, 405))).toEqual([]);
    expect(rulesBroken(revoked(400, 420))).toContain('active_without_grant');
  });

  it('gives it the time in which Amazon could not be asked', () => {
    const outage = { what: 'outage', isOurs: false, fromMs: day(401), toMs: day(413) };
    expect(rulesBroken({ ...revoked(400, 420), disturbances: [outage] })).toEqual([]);
    expect(rulesBroken({ ...revoked(400, 420), disturbances: [{ ...outage, sellerId: 'AOTHER' }] })).toContain(
      'active_without_grant',
    );
  });

  it('finds the store that an outage disconnected', () => {
    const outage = { what: 'outage', isOurs: false, fromMs: day(400), toMs: day(413) };
    const { grants: _revoked, ...disconnected } = revoked(0, 405);
    expect(rulesBroken({ ...disconnected, disturbances: [outage] })).toContain('disconnected_wrongly');
  });

  it('finds a year of another length, and one that nobody agreed to', () => {
    const longer = clean.events.map((each) => ({ ...each, expiresAtMs: (each.expiresAtMs ?? 0) + 5000 }));
    expect(rulesBroken({ events: longer })).toContain('year');
    expect(rulesBroken({ grants: clean.grants.slice(0, 1) })).toContain('year');
  });

  it('finds the store that was not renewed with its siblings', () => {
    const leftBehind = clean.events.map((each) =>
      each.storeId === 'ca' && each.authorizedAtMs === day(352)
        ? { ...each, authorizedAtMs: day(0), expiresAtMs: day(0) + yearMs }
        : each,
    );
    expect(rulesBroken({ events: leftBehind, untilMs: day(380) })).toContain('date_differs');
  });

  it('finds the store that is active after the end of its year', () => {
    const entries = clean.entries.filter(({ status }) => status !== 'expired');
    expect(rulesBroken({ entries })).toEqual(['active_after_year', 'active_after_year']);
  });

  it('finds the store that changed its seller', () => {
    const told = clean.events.map((each) => (each.entryId > 10 ? { ...each, sellerId: 'AOTHER' } : each));
    expect(rulesBroken({ events: told })).toContain('seller_changed');
  });
});

describe("Amazon's limits", () => {
  const at = (ms: number, count: number): FleetRecord['requests'] =>
    Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      atMs: day(10) + ms,
      seller: 'seller@example.com',
      status: 200,
      isLimitExceeded: false,
    }));

  it('are kept by the burst, and exceeded by two more', () => {
    expect(rulesBroken({ requests: at(0, 15) })).toEqual([]);
    expect(rulesBroken({ requests: at(0, 17) })).toContain('limit_exceeded');
  });

  it('are exceeded when Amazon says so', () => {
    const [first] = at(0, 1);
    expect(rulesBroken({ requests: [{ ...first!, status: 429, isLimitExceeded: true }] })).toEqual(['limit_exceeded']);
  });
});

describe('events', () => {
  it('finds the one that was not told, told twice, and told out of order', () => {
    expect(rulesBroken({ events: clean.events.slice(0, -1) })).toEqual(['event_missing']);
    expect(rulesBroken({ events: [...clean.events, clean.events.at(-1)!] })).toEqual(['event_order']);
    const [first, second, ...others] = clean.events.toReversed();
    expect(rulesBroken({ events: [first!, second!, ...others] })).toContain('event_order');
  });
});

describe('webhooks', () => {
  const { deliveries } = clean;
  const usOnly = (type: string) => deliveries.findIndex((each) => each.storeId === 'us' && each.type === type);

  it('finds the one that never came, unless the log says that it has failed', () => {
    const lost = deliveries.filter(({ storeId, type }) => storeId !== 'us' || type !== 'store.renewed');
    expect(rulesBroken({ deliveries: lost })).toEqual(['webhook_order']);
    expect(rulesBroken({ deliveries: lost, failedDeliveries: ['North US store.renewed'] })).toEqual([]);
  });

  it('finds two that came in the wrong order', () => {
    const [renewed, expired] = [usOnly('store.renewed'), usOnly('store.expired')];
    const swapped = deliveries.with(renewed + 1, deliveries[expired + 1]!).with(expired + 1, deliveries[renewed + 1]!);
    expect(rulesBroken({ deliveries: swapped })).toEqual(['webhook_order']);
  });

  it('finds the one that came again with another body', () => {
    const again = { ...deliveries.at(-1)!, body: 'other' };
    expect(rulesBroken({ deliveries: [...deliveries, again] })).toEqual(['webhook_order']);
    expect(rulesBroken({ deliveries: [...deliveries, deliveries.at(-1)!] })).toEqual([]);
  });
});

it('states a year of its own', () => {
  expect(yearMs).toBe(365_000);
});
