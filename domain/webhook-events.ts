/** The types of webhook events, and which change of a store causes which. */
import { isConnected, type StoreStatus } from './store-status.ts';
import type { TimelineCode } from './timeline.ts';

export const webhookTypes = [
  'store.created',
  'store.authorized',
  'store.active',
  'store.renewal_due',
  'store.renewed',
  'store.expired',
  'store.disconnected',
  'store.recovered',
  'store.enabled',
  'store.disabled',
  'store.deleted',
  'application.secret_expiring',
  'alarm.opened',
  'alarm.closed',
] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** Sent on request only, to one endpoint, regardless of its types. */
export const webhookTestType = 'webhook.test';

export interface StoreStatusChange {
  /** Code of its timeline entry. */
  readonly what: TimelineCode;
  readonly before: StoreStatus;
  readonly after: StoreStatus;
}

/** In the order in which they are sent. Most timeline entries cause no event. */
export function webhookTypesFor({ what, before, after }: StoreStatusChange): readonly WebhookType[] {
  switch (what) {
    case 'created':
      return ['store.created'];
    case 'active':
      return ['store.authorized', 'store.active'];
    case 'renewed':
      // Only a store that was not connected becomes active by its renewal.
      return isConnected(before) ? ['store.renewed'] : ['store.renewed', 'store.active'];
    case 'renewal_requested':
      // The later reminders of the same year change nothing.
      return before === 'active' && after === 'renewal_due' ? ['store.renewal_due'] : [];
    case 'disconnected':
      // A store that was never connected goes back to awaiting its first authorization.
      return after === 'disconnected' ? ['store.disconnected'] : [];
    case 'authorization_undone':
      return [undoneType(after)];
    case 'expired':
    case 'recovered':
    case 'enabled':
    case 'disabled':
    case 'deleted':
      return [`store.${what}`];
    case 'authorization_received':
    case 'authorization_reused':
    case 'authorization_refused':
    case 'check_passed':
    case 'check_failed':
    case 'check_inconclusive':
    case 'settings_changed':
    case 'connect_link_created':
    case 'connect_links_ended':
    case 'amazon_unavailable':
    case 'application_refused':
    case 'message_sent':
    case 'message_delayed':
    case 'message_failed':
    case 'campaign_asked':
    case 'message_dropped':
      return [];
  }
}

/** What the store is now, with its former dates. To an endpoint, a first connection that was undone has ended. */
function undoneType(after: StoreStatus): WebhookType {
  if (after === 'active' || after === 'renewal_due' || after === 'expired') return `store.${after}`;
  return 'store.disconnected';
}
