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

it('finds nothing in a fleet that was treated as promised', () => {
  const { findings, latenessMs, remindersByDay } = checkFleet(clean, { lateMs });
  expect(findings).toEqual([]);
  expect(latenessMs).toEqual(Array.from({ length: 10 }, () => 200));
  expect(remindersByDay.get(-30)).toBe(2);
  expect(remindersByDay.get(30)).toBe(1);
});

describe('reminders', () => {
  it('reports an early reminder with store, seller and both dates', () => {
    const mails = [...without(-30, 1), mailOn(-30, day(330))];
    expect(rulesBroken({ mails })).toEqual(['reminder_early', 'reminder_missing']);
    const text = texts({ mails });
    for (const part of ['North US', 'ASELLER', new Date(day(335)).toISOString(), new Date(day(330)).toISOString()])
      expect(text).toContain(part);
  });

  it('reports a duplicate reminder, but not a repeated delivery of the same message', () => {
    expect(rulesBroken({ mails: [...clean.mails, mailOn(-30, day(335) + 900)] })).toEqual(['reminder_doubled']);
    const again = [mailOn(-30, day(335) + 900, `<${day(335) + 200}@perennial>`)];
    expect(rulesBroken({ mails: [...clean.mails, ...again] })).toEqual([]);
    expect(checkFleet({ ...clean, mails: [...clean.mails, ...again] }, { lateMs }).repeatedMails).toBe(1);
  });

  it('reports separate reminders for stores that share one', () => {
    const [first, ...others] = clean.mails;
    const split = ['North US', 'North CA'].map((name) => ({ ...mailOn(-30, first!.atMs, name), names: [name] }));
    expect(rulesBroken({ mails: [...others, ...split] })).toEqual(
      expect.arrayContaining(['reminder_doubled', 'reminder_incomplete']),
    );
  });

  it.each([-30, -14, -7, -3, -1, 0, 7, 30])('reports the missing reminder of day %d', (days) => {
    expect(rulesBroken({ mails: without(days, 2) })).toEqual(['reminder_missing']);
  });

  it('tells two late reminders apart, although both say how many days have passed by then', () => {
    const scheduled = [0, 7].map((days) => day(717 + days) + 200);
    const prompt = clean.mails.filter(({ atMs }) => !scheduled.includes(atMs));
    const mails = [...prompt, mailOn(8, day(717 + 8)), mailOn(9, day(717 + 9))];
    expect(checkFleet({ ...clean, mails }, { lateMs: 10_000 }).findings).toEqual([]);
  });

  it('tells a late reminder from the next one, which leaves after it and names its day exactly', () => {
    const scheduled = [-30, -14].map((days) => day(717 + days) + 200);
    const prompt = clean.mails.filter(({ atMs }) => !scheduled.includes(atMs));
    const mails = [...prompt, mailOn(-13, day(717 - 13)), mailOn(-14, day(717 - 13) + 500)];
    expect(checkFleet({ ...clean, mails }, { lateMs: 18_000 }).findings).toEqual([]);
  });

  it('tells a late reminder from the next one, although by then it says the same days', () => {
    const prompt = clean.mails.filter(({ atMs }) => atMs !== day(717 + 7) + 200);
    const mails = [...prompt, mailOn(30, day(717 + 30) + 300)];
    expect(checkFleet({ ...clean, mails }, { lateMs: 25_000 }).findings).toEqual([]);
    const doubled = checkFleet({ ...clean, mails: [...mails, mailOn(30, day(717 + 30) + 400)] }, { lateMs: 25_000 });
    expect(doubled.findings.map(({ rule }) => rule)).toEqual(['reminder_doubled']);
  });

  it('reports a late reminder', () => {
    const mails = [...without(-14, 2), mailOn(-14, day(717 - 14) + 4000)];
    expect(rulesBroken({ mails })).toEqual(['reminder_late']);
  });

  it('accepts reminders that were skipped during an outage of the product, and no others', () => {
    const absence = { what: 'worker', isOurs: true, fromMs: day(717 - 31), toMs: day(717 - 12) };
    expect(rulesBroken({ mails: without(-30, 2), disturbances: [absence] })).toEqual([]);
    const amazonAway = { ...absence, isOurs: false };
    expect(rulesBroken({ mails: without(-30, 2), disturbances: [amazonAway] })).toEqual(['reminder_missing']);
  });

  it('reports a reminder after the renewal', () => {
    expect(rulesBroken({ mails: [...clean.mails, mailOn(-7, day(358) + 200)] })).toEqual(['reminder_pointless']);
  });

  it('reports a reminder with unknown stores', () => {
    const unknown = { ...mailOn(-30, day(335)), names: ['South US'] };
    expect(rulesBroken({ mails: [...clean.mails, unknown] })).toEqual(['reminder_unknown']);
  });
});

describe('connections', () => {
  it('reports a store that is active without a valid authorization', () => {
    expect(rulesBroken(revoked(400))).toEqual(expect.arrayContaining(['active_without_grant']));
    expect(rulesBroken(revoked(400, 405))).toEqual([]);
    expect(rulesBroken(revoked(400, 420))).toContain('active_without_grant');
  });

  it('allows for the time of an outage of Amazon', () => {
    const outage = { what: 'outage', isOurs: false, fromMs: day(401), toMs: day(413) };
    expect(rulesBroken({ ...revoked(400, 420), disturbances: [outage] })).toEqual([]);
    expect(rulesBroken({ ...revoked(400, 420), disturbances: [{ ...outage, sellerId: 'AOTHER' }] })).toContain(
      'active_without_grant',
    );
  });

  it('reports a store that an outage disconnected', () => {
    const outage = { what: 'outage', isOurs: false, fromMs: day(400), toMs: day(413) };
    const { grants: _revoked, ...disconnected } = revoked(0, 405);
    expect(rulesBroken({ ...disconnected, disturbances: [outage] })).toContain('disconnected_wrongly');
  });

  it('reports a year of another length, and one without a consent', () => {
    const longer = clean.events.map((event) => ({ ...event, expiresAtMs: (event.expiresAtMs ?? 0) + 5000 }));
    expect(rulesBroken({ events: longer })).toContain('year');
    expect(rulesBroken({ grants: clean.grants.slice(0, 1) })).toContain('year');
  });

  it('reports a store that was not renewed with the others of its authorization', () => {
    const leftBehind = clean.events.map((event) =>
      event.storeId === 'ca' && event.authorizedAtMs === day(352)
        ? { ...event, authorizedAtMs: day(0), expiresAtMs: day(0) + yearMs }
        : event,
    );
    expect(rulesBroken({ events: leftBehind, untilMs: day(380) })).toContain('date_differs');
  });

  it('reports a store that is active after the end of its year', () => {
    const entries = clean.entries.filter(({ status }) => status !== 'expired');
    expect(rulesBroken({ entries })).toEqual(['active_after_year', 'active_after_year']);
  });

  it('reports a token that belongs to the seller of no store', () => {
    const [first, ...others] = clean.requests;
    const ofLiar = { ...first!, seller: 'seller-liar-1@example.com', sellerId: 'ALIAR' };
    expect(rulesBroken({ requests: [ofLiar, ...others] })).toEqual(['foreign_token']);
    expect(rulesBroken({ requests: [{ ...ofLiar, sellerId: undefined }, ...others] })).toEqual([]);
  });

  it('reports a year that a liar began: the seller gave no consent then', () => {
    const lied = clean.events.map((event) =>
      event.authorizedAtMs === day(352) ? { ...event, authorizedAtMs: day(200), expiresAtMs: day(565) } : event,
    );
    expect(rulesBroken({ events: lied })).toContain('year');
  });

  it('reports a store that changed its seller', () => {
    const events = clean.events.map((event) => (event.entryId > 10 ? { ...event, sellerId: 'AOTHER' } : event));
    expect(rulesBroken({ events })).toContain('seller_changed');
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

  it('allow the burst, and not two requests more', () => {
    expect(rulesBroken({ requests: at(0, 15) })).toEqual([]);
    expect(rulesBroken({ requests: at(0, 17) })).toContain('limit_exceeded');
  });

  it('are exceeded when Amazon reports it', () => {
    const [first] = at(0, 1);
    expect(rulesBroken({ requests: [{ ...first!, status: 429, isLimitExceeded: true }] })).toEqual(['limit_exceeded']);
  });
});

describe('events', () => {
  it('reports missing, duplicate and disordered events', () => {
    expect(rulesBroken({ events: clean.events.slice(0, -1) })).toEqual(['event_missing']);
    expect(rulesBroken({ events: [...clean.events, clean.events.at(-1)!] })).toEqual(['event_order']);
    const [first, second, ...others] = clean.events.toReversed();
    expect(rulesBroken({ events: [first!, second!, ...others] })).toContain('event_order');
  });
});

describe('webhooks', () => {
  const { deliveries } = clean;
  const usOnly = (type: string) =>
    deliveries.findIndex((delivery) => delivery.storeId === 'us' && delivery.type === type);

  it('reports a missing delivery, unless it is listed as failed', () => {
    const lost = deliveries.filter(({ storeId, type }) => storeId !== 'us' || type !== 'store.renewed');
    expect(rulesBroken({ deliveries: lost })).toEqual(['webhook_order']);
    expect(rulesBroken({ deliveries: lost, failedDeliveries: ['North US store.renewed'] })).toEqual([]);
  });

  it('reports deliveries in the wrong order', () => {
    const [renewed, expired] = [usOnly('store.renewed'), usOnly('store.expired')];
    const swapped = deliveries.with(renewed + 1, deliveries[expired + 1]!).with(expired + 1, deliveries[renewed + 1]!);
    expect(rulesBroken({ deliveries: swapped })).toEqual(['webhook_order']);
  });

  it('reports a repeated delivery with another body', () => {
    const again = { ...deliveries.at(-1)!, body: 'other' };
    expect(rulesBroken({ deliveries: [...deliveries, again] })).toEqual(['webhook_order']);
    expect(rulesBroken({ deliveries: [...deliveries, deliveries.at(-1)!] })).toEqual([]);
  });
});

it('has a year in which a day lasts a second', () => {
  expect(yearMs).toBe(365_000);
});
