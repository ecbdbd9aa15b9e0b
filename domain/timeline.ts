/** The timeline of a store: a stable code and the parameters of a sentence that `locales/` writes when it is read. */
import { type ActorName, amazon, perennial, seller } from './actors.ts';
import type { CampaignEmail } from './campaign.ts';
import type { ProductIdType } from './marketplaces.ts';
import type { MessageContent } from './message-content.ts';
import type { DropReason } from './message-judgement.ts';
import type { Reason } from './reasons.ts';
import { type Reminder, reminderDaysAt } from './renewal-schedule.ts';
import { type NextStep, nextStep, type StoreEvent, type StoreState } from './store-life.ts';
import { isConnected } from './store-status.ts';

export const timelineCodes = [
  'created',
  'authorization_received',
  'authorization_reused',
  'authorization_refused',
  'active',
  'renewed',
  'renewal_requested',
  'expired',
  'check_passed',
  'check_failed',
  'check_inconclusive',
  'recovered',
  'disconnected',
  'enabled',
  'disabled',
  'deleted',
  'settings_changed',
  'connect_link_created',
  'connect_links_ended',
  'amazon_unavailable',
  'application_refused',
  'message_sent',
  'message_delayed',
  'message_failed',
  'campaign_asked',
  'message_dropped',
  'authorization_undone',
] as const;
export type TimelineCode = (typeof timelineCodes)[number];

type None = Readonly<Record<never, unknown>>;
type WithNext<P = None> = P & { readonly next?: NextStep };

/** Which e-mail an entry is about. */
export type StoreEmail = MessageContent['kind'];

export type SettingsChange =
  | { readonly field: 'name'; readonly name: string }
  | { readonly field: 'email' }
  | { readonly field: 'secondEmail'; readonly isRemoved: boolean }
  | {
      readonly field: 'productMapping';
      readonly mapping?: { readonly productIdType: ProductIdType; readonly attributeCode: string | null };
    };

/** Kept in the database for years: changes are additive. Never a secret, never an e-mail address. */
export type TimelineParams = {
  readonly created: None;
  readonly authorization_received: None;
  readonly authorization_reused: { readonly sellerId: string };
  readonly authorization_refused: WithNext<{ readonly reason: Reason; readonly isConnected: boolean }>;
  readonly active: WithNext<{ readonly sellerId: string; readonly expiresAt: string }>;
  readonly renewed: WithNext<{ readonly sellerId: string; readonly expiresAt: string }>;
  /** `daysLeft` is absent once the authorization has expired. */
  readonly renewal_requested: WithNext<{ readonly daysLeft?: number; readonly expiresAt?: string }>;
  readonly expired: WithNext<{ readonly reason?: Reason }>;
  readonly check_passed: WithNext;
  readonly check_failed: WithNext<{ readonly reason: Reason }>;
  readonly check_inconclusive: WithNext;
  readonly recovered: WithNext;
  readonly disconnected: { readonly reason: Reason };
  readonly enabled: WithNext;
  readonly disabled: WithNext;
  readonly deleted: None;
  readonly settings_changed: { readonly changes: readonly SettingsChange[] };
  readonly connect_link_created: { readonly validUntil: string };
  readonly connect_links_ended: None;
  /** `requestId`: of a refusal, as Amazon named it. */
  readonly amazon_unavailable: { readonly cause: 'throttled' | 'outage' | 'refusal'; readonly requestId?: string };
  readonly application_refused: None;
  /** `onlyTo`: the mail server refused the other contact for good. */
  readonly message_sent: { readonly email: StoreEmail; readonly onlyTo?: 'secondEmail' };
  readonly message_delayed: { readonly email: StoreEmail };
  /** `isRefused`: for good and at once; otherwise it was given up after three days. */
  readonly message_failed: { readonly email: StoreEmail; readonly isRefused?: boolean };
  /** `campaignReason`: the sentence the seller read. */
  readonly campaign_asked: {
    readonly email: CampaignEmail;
    readonly campaignReason: string;
    readonly linkValidUntil: string;
  };
  readonly message_dropped: { readonly email: StoreEmail; readonly why: DropReason };
  /** By the person who gave the consent. `isConnected`: by the authorization that it had replaced. */
  readonly authorization_undone: WithNext<{ readonly sellerId: string; readonly isConnected: boolean }>;
};

export interface TimelineEntry<C extends TimelineCode = TimelineCode> {
  readonly what: C;
  readonly params: TimelineParams[C];
}

/** An entry older than 0.3.0: it was stored with its sentences, in English and in other languages. */
export interface LegacyTimelineEntry {
  readonly what: TimelineCode;
  readonly params?: undefined;
  readonly text: string;
  readonly translations?: Readonly<Record<string, string>>;
}

export function timelineEntry<C extends TimelineCode>(what: C, params: TimelineParams[C]): TimelineEntry<C> {
  return { what, params };
}

/** The entry of `event`, given the store before and after it. `at`: when it happened, ISO 8601. */
export function describeEvent(event: StoreEvent, before: StoreState, after: StoreState, at: string): TimelineEntry {
  const next = nextStep(after);
  switch (event.kind) {
    case 'created':
    case 'authorization_received':
    case 'deleted':
      return timelineEntry(event.kind, {});
    case 'authorization_reused':
      return timelineEntry('authorization_reused', { sellerId: event.sellerId });
    case 'authorization_refused':
      return timelineEntry('authorization_refused', {
        reason: event.reason,
        isConnected: isConnected(after.status),
        next,
      });
    case 'authorized': {
      const { sellerId, expiresAt } = event.authorization;
      return timelineEntry(before.setUp ? 'renewed' : 'active', { sellerId, expiresAt, next });
    }
    case 'authorization_undone':
      return timelineEntry('authorization_undone', {
        sellerId: event.undone.sellerId,
        isConnected: isConnected(after.status),
        next,
      });
    case 'renewal_requested':
      return timelineEntry(
        'renewal_requested',
        after.status === 'expired'
          ? { next }
          : { daysLeft: daysLeft(event.reminder, after, at), expiresAt: after.authorization?.expiresAt, next },
      );
    case 'expired':
      return timelineEntry('expired', { reason: after.reason, next });
    case 'check_passed':
      return timelineEntry(before.suspicion ? 'recovered' : 'check_passed', { next });
    case 'check_failed':
      return timelineEntry('check_failed', { reason: event.reason, next });
    case 'disconnected':
      return timelineEntry('disconnected', { reason: event.reason });
    case 'check_inconclusive':
    case 'enabled':
    case 'disabled':
      return timelineEntry(event.kind, { next });
  }
}

/** Who causes such an entry, unless another actor was recorded. Undefined: a person who is not known any more. */
export function defaultActor(what: TimelineCode, reason: Reason | undefined): ActorName | undefined {
  switch (what) {
    case 'created':
    case 'enabled':
    case 'disabled':
    case 'deleted':
    case 'settings_changed':
    case 'connect_link_created':
    case 'connect_links_ended':
      return undefined;
    case 'authorization_received':
    case 'authorization_undone':
    case 'active':
    case 'renewed':
      return seller;
    case 'disconnected':
      if (reason?.code === 'authorization_lost') return perennial;
      return reason?.code === 'disconnected_by_admin' ? undefined : amazon;
    case 'authorization_refused':
    case 'check_failed':
    case 'recovered':
    case 'amazon_unavailable':
    case 'application_refused':
      return amazon;
    case 'authorization_reused':
    case 'renewal_requested':
    case 'expired':
    case 'check_passed':
    case 'check_inconclusive':
    case 'message_sent':
    case 'message_delayed':
    case 'message_failed':
    case 'message_dropped':
    case 'campaign_asked':
      return perennial;
  }
}

function daysLeft({ days }: Reminder, { authorization }: StoreState, at: string): number {
  return -(authorization ? reminderDaysAt(authorization, days, Date.parse(at)) : days);
}

/**
 * Deduplicates the entry of an event. It is derived from the event where possible, because a repeated workflow task may
 * see its events in another order, which would change a plain counter. `occasion` identifies all other events.
 */
export function eventKey(event: StoreEvent, store: StoreState, occasion: string): string {
  switch (event.kind) {
    case 'created':
    case 'authorization_reused':
    case 'deleted':
      return event.kind;
    case 'authorization_received':
    case 'authorization_refused':
      return `${event.kind}/${event.consentId}`;
    case 'authorized':
      return `authorized/${event.authorization.grantId}/${event.authorization.authorizedAt}`;
    case 'authorization_undone':
      return `${event.kind}/${event.undone.grantId}/${event.undone.authorizedAt}`;
    case 'renewal_requested':
      return `${event.kind}/${store.authorization?.expiresAt}/${event.reminder.days}`;
    case 'expired':
      return `${event.kind}/${store.authorization?.expiresAt}`;
    case 'check_passed':
    case 'check_failed':
    case 'check_inconclusive':
    case 'disconnected':
    case 'enabled':
    case 'disabled':
      return `${event.kind}/${occasion}`;
  }
}
