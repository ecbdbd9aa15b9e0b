import { storeWorkflowId } from '../../domain/ids.ts';
import { type Locale, reasonText, type Reason } from '../../domain/reasons.ts';
import { noteText } from '../../domain/timeline.ts';
import type { Store } from '../contract/stores.ts';
import type { TimelineEntry } from '../contract/timeline.ts';
import type { StoreRecord, TimelineRecord } from '../ports.ts';

/** A store as callers see it: field by field, so that nothing of ours slips out. */
export function toStore(store: StoreRecord, locale: Locale): Store {
  return {
    id: store.id,
    website: store.website,
    email: store.email,
    ...(store.secondEmail && { secondEmail: store.secondEmail }),
    name: store.name,
    country: store.country,
    ...(store.productIdType && { productIdType: store.productIdType }),
    ...(store.attributeCode && { attributeCode: store.attributeCode }),
    status: store.status,
    statusSince: store.statusSince,
    enabled: store.enabled,
    ...(store.reason && { reason: toReason(store.reason, locale) }),
    ...(store.sellerId && { sellerId: store.sellerId }),
    ...(store.authorizedAt && { authorizedAt: store.authorizedAt }),
    ...(store.expiresAt && { expiresAt: store.expiresAt }),
    ...(store.next && { next: { what: store.next.what, at: store.next.at } }),
    workflowId: storeWorkflowId(store.id),
    createdAt: store.createdAt,
    updatedAt: store.updatedAt,
  };
}

export function toTimelineEntry(entry: TimelineRecord, locale: Locale): TimelineEntry {
  return {
    id: entry.id,
    at: entry.at,
    what: entry.what,
    text: noteText(entry, locale),
    ...(entry.status && { status: entry.status }),
    ...(entry.reason && { reason: toReason(entry.reason, locale) }),
  };
}

function toReason(reason: Reason, locale: Locale): { code: Reason['code']; text: string } {
  return { code: reason.code, text: reasonText(reason, locale) };
}
