import type { Disturbance, FleetRecord, ObservedGrant, ObservedStore } from '../fleet-record.ts';

/** One year of an authorization. */
export interface Period {
  readonly authorizedAtMs: number;
  readonly expiresAtMs: number;
  /** When a newer one replaced it. */
  readonly replacedAtMs: number;
}

/** One authorization: a seller in a region. */
export interface Authorized {
  readonly sellerId: string;
  readonly stores: readonly ObservedStore[];
  readonly periods: readonly Period[];
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface StatusSpan extends Span {
  readonly status: string;
  readonly reason?: string | undefined;
}

/** The record, grouped by store, seller and authorization. */
export interface Histories {
  readonly record: FleetRecord;
  readonly storeById: ReadonlyMap<string, ObservedStore>;
  readonly storeByName: ReadonlyMap<string, ObservedStore>;
  readonly authorizations: readonly Authorized[];
  readonly authorizationOf: ReadonlyMap<string, Authorized>;
  readonly statusesOf: ReadonlyMap<string, readonly StatusSpan[]>;
  readonly grantsOf: ReadonlyMap<string, readonly ObservedGrant[]>;
  statusAt(storeId: string, ms: number): string | undefined;
  /** Milliseconds by which disturbances that concern a seller may delay an action within the span. */
  delayMs(span: Span, concerns: (disturbance: Disturbance) => boolean): number;
}

const regionOf = (country: string): string => (country === 'GB' ? 'EU' : 'NA');

export function arrange(record: FleetRecord): Histories {
  const storeById = new Map(record.stores.map((store) => [store.id, store]));
  const authorizations = authorizationsOf(record, storeById);
  const statusesOf = statusSpans(record);
  return {
    record,
    storeById,
    storeByName: new Map(record.stores.map((store) => [store.name, store])),
    authorizations,
    authorizationOf: new Map(
      authorizations.flatMap((authorized) => authorized.stores.map(({ id }) => [id, authorized])),
    ),
    statusesOf,
    grantsOf: groupBy(record.grants, ({ sellerId }) => sellerId),
    statusAt: (storeId, ms) => statusesOf.get(storeId)?.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)?.status,
    delayMs: (span, concerns) => delayOf(record.disturbances.filter(concerns), span),
  };
}

/** Each disturbance extends the span, so that a later one may overlap with it. */
function delayOf(disturbances: readonly Disturbance[], { fromMs, toMs }: Span): number {
  let endMs = toMs;
  let coveredMs = fromMs;
  for (const disturbance of disturbances.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (disturbance.fromMs > endMs || disturbance.toMs <= coveredMs) continue;
    endMs += disturbance.toMs - Math.max(disturbance.fromMs, coveredMs);
    coveredMs = disturbance.toMs;
  }
  return endMs - toMs;
}

function authorizationsOf({ events }: FleetRecord, storeById: ReadonlyMap<string, ObservedStore>): Authorized[] {
  const sellerOf = new Map(events.flatMap(({ storeId, sellerId }) => (sellerId ? [[storeId, sellerId]] : [])));
  const keyOf = (storeId: string): string | undefined => {
    const sellerId = sellerOf.get(storeId);
    const store = storeById.get(storeId);
    return sellerId && store && `${sellerId} ${regionOf(store.country)}`;
  };
  const storesByKey = groupBy([...storeById.values()], ({ id }) => keyOf(id) ?? '');
  const eventsByKey = groupBy(events, ({ storeId }) => keyOf(storeId) ?? '');
  storesByKey.delete('');
  return [...storesByKey].map(([key, stores]) => {
    const ends = new Map<number, number>();
    for (const { authorizedAtMs, expiresAtMs } of eventsByKey.get(key) ?? [])
      if (authorizedAtMs !== undefined && expiresAtMs !== undefined) ends.set(authorizedAtMs, expiresAtMs);
    const starts = [...ends.keys()].toSorted((a, b) => a - b);
    const periods = starts.map((authorizedAtMs, index) => ({
      authorizedAtMs,
      expiresAtMs: ends.get(authorizedAtMs) ?? 0,
      replacedAtMs: starts[index + 1] ?? Number.POSITIVE_INFINITY,
    }));
    return { sellerId: key.split(' ')[0] ?? '', stores, periods };
  });
}

function statusSpans({ entries, untilMs }: FleetRecord): Map<string, StatusSpan[]> {
  const spans = new Map<string, StatusSpan[]>();
  for (const { storeId, atMs, status, reason } of entries) {
    if (status === undefined) continue;
    const own = spans.get(storeId) ?? [];
    const last = own.at(-1);
    if (last?.status === status) continue;
    if (last) own[own.length - 1] = { ...last, toMs: atMs };
    own.push({ status, reason, fromMs: atMs, toMs: untilMs });
    spans.set(storeId, own);
  }
  return spans;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
