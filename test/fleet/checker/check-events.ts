import type { ObservedEvent } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { groupBy, type Histories } from './histories.ts';
import { connected } from './rules.ts';

/** Whether the event stream has every entry of every timeline once, in order. */
export function checkEvents({ record, storeById }: Histories): Finding[] {
  const eventsByStore = groupBy(record.events, ({ storeId }) => storeId);
  return [...groupBy(record.entries, ({ storeId }) => storeId)].flatMap(([storeId, entries]) => {
    const ids = (eventsByStore.get(storeId) ?? []).map(({ entryId }) => entryId);
    const name = storeById.get(storeId)?.name ?? storeId;
    const disorder = ids.find((id, index) => index > 0 && id <= (ids[index - 1] ?? 0));
    const received = new Set(ids);
    const missing = entries.find(({ id, atMs }) => atMs > record.fromMs && !received.has(id));
    return [
      ...(disorder === undefined
        ? []
        : [finding('event_order', `${name}: the event of entry ${disorder} came twice or after a later one.`)]),
      ...(missing === undefined
        ? []
        : [finding('event_missing', `${name}: the entry ${missing.id} of ${iso(missing.atMs)} has no event.`)]),
    ];
  });
}

/** A store never changes its seller, and a seller has one store in a country. */
export function checkSellers({ record, storeById }: Histories): Finding[] {
  const changed = [...groupBy(record.events, ({ storeId }) => storeId)].flatMap(([storeId, events]) => {
    const sellers = [...new Set(events.flatMap(({ sellerId }: ObservedEvent) => sellerId ?? []))];
    if (sellers.length < 2) return [];
    const name = storeById.get(storeId)?.name ?? storeId;
    return [finding('seller_changed', `${name}: belongs to seller ${sellers[0]}, and was given to ${sellers[1]}.`)];
  });
  const live = record.stores.filter(({ sellerId, status }) => sellerId !== undefined && connected.has(status));
  const twice = [...groupBy(live, ({ sellerId, country }) => `${sellerId} in ${country}`)].flatMap(([place, stores]) =>
    stores.length < 2
      ? []
      : [finding('seller_twice', `Seller ${place}: has one store, and ${stores.map(({ name }) => name).join(', ')}.`)],
  );
  return [...changed, ...twice];
}

function finding(rule: Finding['rule'], text: string): Finding {
  return { rule, text };
}
