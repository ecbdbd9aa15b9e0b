import type { ObservedDelivery, ObservedEntry } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { groupBy, type Histories } from './histories.ts';
import { connected } from './rules.ts';

/** Whether a listener was told what happened to each store, all of it and in order, or can see what has failed. */
export function checkWebhooks({ record, storeById }: Histories): Finding[] {
  const taken = record.deliveries.filter(({ isAccepted }) => isAccepted);
  const takenOf = groupBy(taken, ({ storeId }) => storeId);
  const failed = new Set(record.failedDeliveries);
  const told = [...groupBy(record.entries, ({ storeId }) => storeId)].flatMap(([storeId, entries]) => {
    const name = storeById.get(storeId)?.name ?? storeId;
    const happened = expectedOf(entries.filter(({ atMs }) => atMs > record.fromMs));
    return inOrder(name, happened, firstOfEach(takenOf.get(storeId) ?? []), failed);
  });
  return [...told, ...changedBodies(record.deliveries)];
}

interface Happened {
  readonly type: string;
  readonly atMs: number;
}

/** What each entry of a timeline means to a listener, as the README tells it. */
function expectedOf(entries: readonly ObservedEntry[]): Happened[] {
  let before = 'creating';
  return entries.flatMap(({ what, status, atMs }) => {
    const was = before;
    before = status ?? was;
    return typesOf(what, was, before).map((type) => ({ type: `store.${type}`, atMs }));
  });
}

function typesOf(what: string, before: string, after: string): readonly string[] {
  if (what === 'active') return ['authorized', 'active'];
  if (what === 'renewed') return connected.has(before) ? ['renewed'] : ['renewed', 'active'];
  if (what === 'renewal_requested') return before === 'active' && after === 'renewal_due' ? ['renewal_due'] : [];
  if (what === 'disconnected') return after === 'disconnected' ? ['disconnected'] : [];
  return ['created', 'expired', 'recovered', 'enabled', 'disabled', 'deleted'].includes(what) ? [what] : [];
}

function firstOfEach(taken: readonly ObservedDelivery[]): ObservedDelivery[] {
  const seen = new Set<string>();
  return taken.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What came after the last entry that was read is not compared. */
function inOrder(
  name: string,
  happened: readonly Happened[],
  taken: readonly ObservedDelivery[],
  failed: ReadonlySet<string>,
): Finding[] {
  const waiting = [...taken];
  for (const { type, atMs } of happened) {
    const next = waiting[0];
    if (next?.type === type && next.atMs === atMs) waiting.shift();
    else if (!failed.has(`${name} ${type}`)) {
      const seen = next ? `${next.type} of ${iso(next.atMs)} came` : 'nothing came';
      return [{ rule: 'webhook_order', text: `${name}: the webhook ${type} of ${iso(atMs)} was next, and ${seen}.` }];
    }
  }
  return [];
}

function changedBodies(deliveries: readonly ObservedDelivery[]): Finding[] {
  const changed = [...groupBy(deliveries, ({ id }) => id)].find(
    ([, same]) => new Set(same.map(({ body }) => body)).size > 1,
  );
  if (!changed) return [];
  return [{ rule: 'webhook_order', text: `The webhook ${changed[0]} came again with another body.` }];
}
