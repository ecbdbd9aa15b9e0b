import type { ObservedDelivery, ObservedEntry, FleetRecord, ObservedMail } from '../fleet-record.ts';

/** A year of 365 seconds: a day is a second. */
export const yearMs = 365_000;
const startMs = Date.parse('2030-01-01T00:00:00Z');
export const day = (days: number): number => startMs + days * 1000;

const seller = 'ASELLER';
const names = ['North US', 'North CA'];
const storeIds = ['us', 'ca'];
const subjectOf = (days: number): string => {
  if (days === 0) return 'North CA and 1 more: Amazon authorization ended today / …';
  const when = days < 0 ? `ends in ${-days}` : `ended ${days}`;
  return `North CA and 1 more: Amazon authorization ${when} day${Math.abs(days) === 1 ? '' : 's'}${days < 0 ? '' : ' ago'} / …`;
};

export function mailOn(days: number, atMs: number, messageId = `<${atMs}@perennial>`): ObservedMail {
  return { atMs, to: 'owner@example.com', messageId, subject: subjectOf(days), names };
}

/** Webhook types of a timeline entry. */
function webhooksOf(what: string, status: string): readonly string[] {
  if (what === 'active') return ['authorized', 'active'];
  return what === 'renewal_requested' ? [status] : [what];
}

/**
 * Two stores of one seller, as they should be: connected on day 0, reminded twice and renewed on day 352, expired on day
 * 717, and observed until day 760.
 */
export function cleanRecord(): FleetRecord {
  const entries: ObservedEntry[] = [];
  const events: FleetRecord['events'][number][] = [];
  const deliveries: ObservedDelivery[] = [];
  let id = 0;
  const happens = (atMs: number, what: string, status: string, since?: number): void => {
    for (const storeId of storeIds) {
      id += 1;
      entries.push({ id, storeId, atMs, what, status });
      for (const type of webhooksOf(what, status)) {
        const webhook = { id: `msg_${id}_${type}`, storeId, type: `store.${type}`, atMs, body: type };
        deliveries.push({ ...webhook, isAccepted: false }, { ...webhook, isAccepted: true });
      }
      const period = since === undefined ? {} : { authorizedAtMs: since, expiresAtMs: since + yearMs };
      events.push({ entryId: id, storeId, ...(since !== undefined && { sellerId: seller }), ...period });
    }
  };
  happens(day(-1), 'created', 'awaiting_authorization');
  happens(day(0) + 300, 'active', 'active', day(0));
  happens(day(335), 'renewal_requested', 'renewal_due', day(0));
  happens(day(352) + 300, 'renewed', 'active', day(352));
  happens(day(687), 'renewal_requested', 'renewal_due', day(352));
  happens(day(717), 'expired', 'expired', day(352));
  const secondYear = [-30, -14, -7, -3, -1, 0, 7, 30].map((days) => mailOn(days, day(717 + days) + 200));
  return {
    yearMs,
    fromMs: day(-2),
    untilMs: day(760),
    stores: storeIds.map((storeId, index) => ({
      id: storeId,
      name: names[index] ?? '',
      country: storeId.toUpperCase(),
      status: 'expired',
      sellerId: seller,
    })),
    entries,
    events,
    mails: [mailOn(-30, day(335) + 200), mailOn(-14, day(351) + 200), ...secondYear],
    grants: [0, 352].map((since) => ({
      sellerId: seller,
      agreedAtMs: day(since) - 50,
      grantedAtMs: day(since) + 100,
    })),
    requests: Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      atMs: day(7 * (index + 1)),
      seller: 'seller@example.com',
      sellerId: seller,
      status: 200,
      isLimitExceeded: false,
    })),
    pace: { ratePerSecond: 1, burst: 15 },
    disturbances: [],
    deliveries,
    failedDeliveries: [],
  };
}
