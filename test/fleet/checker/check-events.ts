import type { ObservedEvent } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { groupBy, type Histories } from './histories.ts';
import { connected } from './rules.ts';

/** Whether the event stream told every entry of every timeline once, in order. */
export function checkEvents({ record, storeById }: Histories): Finding[] {
  const toldOf = groupBy(record.events, ({ storeId }) => storeId);
  return [...groupBy(record.entries, ({ storeId }) => storeId)].flatMap(([storeId, entries]) => {
    const told = (toldOf.get(storeId) ?? []).map(({ entryId }) => entryId);
    const name = storeById.get(storeId)?.name ?? storeId;
    const disorder = told.find((id, index) => index > 0 && id <= (told[index - 1] ?? 0));
    const heard = new Set(told);
    const missing = entries.find(({ id, atMs }) => atMs > record.fromMs && !heard.has(id));
    return [
      ...(disorder === undefined
        ? []
        : [finding('event_order', `${name}: the event of entry ${disorder} came twice or after a later one.`)]),
      ...(missing === undefined
        ? []
        : [finding('event_missing', `${name}: the entry ${missing.id} of ${iso(missing.atMs)} was told by no event.`)]),
    ];
  });
}

/** A store stays with its seller for good, and a seller has one store in a country. */
export function checkSellers({ record, storeById }: Histories): Finding[] {
  const changed = [...groupBy(record.events, ({ storeId }) => storeId)].flatMap(([storeId, told]) => {
    const sellers = [...new Set(told.flatMap(({ sellerId }: ObservedEvent) => sellerId ?? []))];
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
