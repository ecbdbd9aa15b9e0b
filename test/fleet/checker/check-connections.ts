import type { Disturbance, ObservedGrant, ObservedStore } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import type { Authorized, Histories, Span, StatusSpan } from './histories.ts';
import { connected, type Rules } from './rules.ts';

/** Whether stores are connected exactly while their seller's authorization is valid. */
export function checkConnections(histories: Histories, rules: Rules): Finding[] {
  return [...histories.authorizations].flatMap((authorized) => {
    const { sellerId, stores, periods } = authorized;
    const grants = histories.grantsOf.get(sellerId) ?? [];
    return [
      ...periods.flatMap((period) => checkYear(rules, authorized.sellerId, stores, grants, period)),
      ...dateDiffers(histories, rules, authorized),
      ...stores.flatMap((store) => {
        const spans = histories.statusesOf.get(store.id) ?? [];
        return [
          ...spans.flatMap((span) => activeWithoutGrant(histories, rules, { store, sellerId, grants, span })),
          ...spans.flatMap((span) => disconnectedWrongly(rules, { store, sellerId, grants, span })),
          ...spans.flatMap((span) => activeAfterYear(histories, rules, store, sellerId, periods, span)),
        ];
      }),
    ];
  });
}

interface Case {
  readonly store: ObservedStore;
  readonly sellerId: string;
  readonly grants: readonly ObservedGrant[];
  readonly span: StatusSpan;
}

/** A year of 365 days, from a consent that Amazon knows. */
function checkYear(
  rules: Rules,
  sellerId: string,
  stores: readonly ObservedStore[],
  grants: readonly ObservedGrant[],
  { authorizedAtMs, expiresAtMs }: { readonly authorizedAtMs: number; readonly expiresAtMs: number },
): Finding[] {
  const who = `${stores.map(({ name }) => name).join(', ')} (seller ${sellerId})`;
  const findings: Finding[] = [];
  if (Math.abs(expiresAtMs - authorizedAtMs - rules.yearMs) > 1)
    findings.push({
      rule: 'year',
      text: `${who}: authorized at ${iso(authorizedAtMs)}, the year ends at ${iso(authorizedAtMs + rules.yearMs)}, and the product reports its end at ${iso(expiresAtMs)}.`,
    });
  const isKnown = grants.some(
    ({ agreedAtMs, grantedAtMs }) =>
      agreedAtMs <= authorizedAtMs + rules.skewMs && authorizedAtMs <= grantedAtMs + rules.skewMs,
  );
  if (!isKnown)
    findings.push({
      rule: 'year',
      text: `${who}: the product reports a year that begins at ${iso(authorizedAtMs)}, when the seller gave no consent at Amazon.`,
    });
  return findings;
}

/** Renewing one store renews every store of the authorization, after the verification at Amazon. */
function dateDiffers(histories: Histories, rules: Rules, { sellerId, stores, periods }: Authorized): Finding[] {
  const { record, statusAt } = histories;
  const newest = periods.at(-1);
  if (!newest) return [];
  const allowed = { fromMs: newest.authorizedAtMs, toMs: newest.authorizedAtMs + rules.lateMs };
  if (allowed.toMs + histories.delayMs(allowed, concerns(sellerId)) > record.untilMs) return [];
  return stores.flatMap(({ id, name }) => {
    const last = record.events.findLast(({ storeId }) => storeId === id);
    const status = statusAt(id, record.untilMs - 1);
    if (!last?.expiresAtMs || !connected.has(status ?? '') || last.expiresAtMs === newest.expiresAtMs) return [];
    const text = `${name} (seller ${sellerId}): renewed until ${iso(newest.expiresAtMs)} with the other stores of the seller, and the product reports its end at ${iso(last.expiresAtMs)}.`;
    return [{ rule: 'date_differs', text }];
  });
}

/** A revocation is noticed within the check interval and an hour of confirming, later only during an outage of Amazon. */
function activeWithoutGrant(histories: Histories, rules: Rules, { store, sellerId, grants, span }: Case): Finding[] {
  if (!connected.has(span.status)) return [];
  return invalidSpans(grants, histories.record.untilMs).flatMap((invalid) => {
    const connectedTooLong = overlap(span, invalid);
    if (!connectedTooLong) return [];
    const allowed = {
      fromMs: connectedTooLong.fromMs,
      toMs: connectedTooLong.fromMs + rules.noticedWithinMs + rules.lateMs,
    };
    const endMs = allowed.toMs + histories.delayMs(allowed, concerns(sellerId));
    if (connectedTooLong.toMs <= endMs) return [];
    const text = `${store.name} (seller ${sellerId}): the authorization is invalid since ${iso(connectedTooLong.fromMs)}, the store has to be disconnected by ${iso(endMs)}, and was ${span.status} until ${iso(connectedTooLong.toMs)}.`;
    return [{ rule: 'active_without_grant', text }];
  });
}

/** Only what the seller did at Amazon disconnects a store by itself. */
function disconnectedWrongly(rules: Rules, { store, sellerId, grants, span }: Case): Finding[] {
  if (span.status !== 'disconnected' || span.reason !== 'authorization_revoked') return [];
  const atMs = span.fromMs;
  // A very recent renewal may not have reached the store yet.
  const valid = grants.find(
    ({ grantedAtMs, revokedAtMs = Number.POSITIVE_INFINITY }) =>
      grantedAtMs < atMs - rules.lateMs && atMs < revokedAtMs,
  );
  if (!valid) return [];
  const text = `${store.name} (seller ${sellerId}): the authorization given at ${iso(valid.grantedAtMs)} is valid, and the store was disconnected at ${iso(atMs)}.`;
  return [{ rule: 'disconnected_wrongly', text }];
}

function activeAfterYear(
  histories: Histories,
  rules: Rules,
  store: ObservedStore,
  sellerId: string,
  periods: readonly { readonly expiresAtMs: number; readonly replacedAtMs: number }[],
  span: StatusSpan,
): Finding[] {
  if (!connected.has(span.status)) return [];
  return periods.flatMap(({ expiresAtMs, replacedAtMs }) => {
    const over = overlap(span, { fromMs: expiresAtMs, toMs: replacedAtMs });
    if (!over) return [];
    const allowed = { fromMs: over.fromMs, toMs: over.fromMs + rules.lateMs };
    const endMs = allowed.toMs + histories.delayMs(allowed, ({ isOurs }) => isOurs);
    if (over.toMs <= endMs) return [];
    const text = `${store.name} (seller ${sellerId}): the year ended at ${iso(expiresAtMs)}, and the store was ${span.status} until ${iso(over.toMs)}.`;
    return [{ rule: 'active_after_year', text }];
  });
}

const concerns =
  (sellerId: string) =>
  (disturbance: Disturbance): boolean =>
    disturbance.sellerId === undefined || disturbance.sellerId === sellerId;

/** When none of the seller's grants was valid, from the first one on. */
function invalidSpans(grants: readonly ObservedGrant[], untilMs: number): Span[] {
  const spans: Span[] = [];
  let validUntilMs: number | undefined;
  for (const { grantedAtMs, revokedAtMs = Number.POSITIVE_INFINITY } of grants.toSorted(
    (a, b) => a.grantedAtMs - b.grantedAtMs,
  )) {
    if (validUntilMs !== undefined && validUntilMs < grantedAtMs)
      spans.push({ fromMs: validUntilMs, toMs: grantedAtMs });
    validUntilMs = Math.max(validUntilMs ?? 0, revokedAtMs);
  }
  if (validUntilMs !== undefined && validUntilMs < untilMs) spans.push({ fromMs: validUntilMs, toMs: untilMs });
  return spans;
}

function overlap(a: Span, b: Span): Span | undefined {
  const span = { fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) };
  return span.fromMs < span.toMs ? span : undefined;
}
