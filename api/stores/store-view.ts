import type { Store } from '../../adapters/postgres/stores/store.ts';
import type { StoredTimelineEntry } from '../../adapters/postgres/stores/timeline.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { Locale } from '../../locales/index.ts';
import { reasonText } from '../../locales/reason-text.ts';
import { timelineText } from '../../locales/timeline-text.ts';
import type { Store as StoreBody } from '../contract/stores.ts';
import type { TimelineEntry } from '../contract/timeline.ts';

/** Field by field, so that internal fields never leak. */
export function toStore(store: Store, locale: Locale): StoreBody {
  return {
    id: store.id,
    website: store.website,
    email: store.email,
    secondEmail: store.secondEmail,
    name: store.name,
    country: store.country,
    productIdType: store.productIdType,
    attributeCode: store.attributeCode,
    status: store.status,
    statusSince: store.statusSince,
    enabled: store.enabled,
    reason: store.reason && toReason(store.reason, locale),
    sellerId: store.sellerId,
    sellerProof: store.sellerProof,
    authorizedAt: store.authorizedAt,
    expiresAt: store.expiresAt,
    next: store.next && { what: store.next.what, at: store.next.at },
    workflowId: storeWorkflowId(store.id),
    createdAt: store.createdAt,
    updatedAt: store.updatedAt,
  };
}

export function toTimelineEntry(entry: StoredTimelineEntry, locale: Locale): TimelineEntry {
  return {
    id: entry.id,
    at: entry.at,
    what: entry.what,
    text: timelineText(entry, locale),
    status: entry.status,
    reason: entry.reason && toReason(entry.reason, locale),
    actor: entry.actor?.name,
    actorKind: entry.actor?.kind,
  };
}

function toReason(reason: Reason, locale: Locale): { code: Reason['code']; text: string } {
  return { code: reason.code, text: reasonText(reason, locale) };
}
