import type { ObservedDelivery, ObservedEntry } from '../fleet-record.ts';
import { type Finding, iso } from './finding.ts';
import { groupBy, type Histories } from './histories.ts';
import { connected } from './rules.ts';

/** Whether an endpoint received every event of each store in order, or can list the failed ones. */
export function checkWebhooks({ record, storeById }: Histories): Finding[] {
  const accepted = record.deliveries.filter(({ isAccepted }) => isAccepted);
  const acceptedByStore = groupBy(accepted, ({ storeId }) => storeId);
  const failed = new Set(record.failedDeliveries);
  const findings = [...groupBy(record.entries, ({ storeId }) => storeId)].flatMap(([storeId, entries]) => {
    const name = storeById.get(storeId)?.name ?? storeId;
    const happened = expectedOf(entries.filter(({ atMs }) => atMs > record.fromMs));
    return inOrder(name, happened, firstOfEach(acceptedByStore.get(storeId) ?? []), failed);
  });
  return [...findings, ...changedBodies(record.deliveries)];
}

interface Happened {
  readonly type: string;
  readonly atMs: number;
}

/** The events of each timeline entry, as docs/webhooks.md describes them. */
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
  if (what === 'authorization_undone')
    return after === 'active' || after === 'renewal_due' ? [after] : ['disconnected'];
  if (what === 'disconnected') return after === 'disconnected' ? ['disconnected'] : [];
  return ['created', 'expired', 'recovered', 'enabled', 'disabled', 'deleted'].includes(what) ? [what] : [];
}

function firstOfEach(accepted: readonly ObservedDelivery[]): ObservedDelivery[] {
  const seen = new Set<string>();
  return accepted.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Deliveries after the last known entry are not compared. */
function inOrder(
  name: string,
  happened: readonly Happened[],
  accepted: readonly ObservedDelivery[],
  failed: ReadonlySet<string>,
): Finding[] {
  const waiting = [...accepted];
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
  return [{ rule: 'webhook_order', text: `The webhook ${changed[0]} was delivered again with another body.` }];
}
