/** What a timeline entry says: a stable code for machines and a sentence for people, always with what happens next. */
import type { Due, StoreEvent, StoreState } from './store-life.ts';
import { nextDue } from './store-life.ts';
import { reasonText } from './reasons.ts';
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
  'amazon_unavailable',
  'application_refused',
  'message_sent',
  'message_delayed',
  'message_failed',
] as const;
export type TimelineCode = (typeof timelineCodes)[number];

export interface TimelineNote {
  readonly what: TimelineCode;
  readonly text: string;
}

/** What the entry of `event` says, given the store before and after it. */
export function describeEvent(event: StoreEvent, before: StoreState, after: StoreState): TimelineNote {
  const next = nextSentence(nextDue(after));
  switch (event.kind) {
    case 'created':
      return note('created', 'The store was created. Next: the seller agrees at Amazon.');
    case 'authorization_received':
      return note('authorization_received', 'The seller agreed at Amazon. Next: the connection is verified.');
    case 'authorization_reused':
      return note(
        'authorization_reused',
        `The existing authorization of seller ${event.sellerId} is used. Next: the connection is verified.`,
      );
    case 'authorization_refused': {
      const kept = isConnected(after.status) ? ' The store goes on working.' : '';
      return note('authorization_refused', `${reasonText(event.reason)}${kept}${next}`);
    }
    case 'authorized': {
      const what = before.setUp ? 'renewed' : 'active';
      const verb = before.setUp ? 'Renewed' : 'Connected';
      const { sellerId, expiresAt } = event.authorization;
      return note(what, `${verb} with seller ${sellerId} until ${moment(expiresAt)}.${next}`);
    }
    case 'renewal_requested':
      return note('renewal_requested', `${renewalSentence(event.reminder.days, after)}${next}`);
    case 'expired':
      return note('expired', `${after.reason ? reasonText(after.reason) : 'The year ended.'}${next}`);
    case 'check_passed':
      return before.suspicion
        ? note('recovered', `Amazon answers again: the connection works.${next}`)
        : note('check_passed', `The connection was checked and works.${next}`);
    case 'check_failed':
      return note('check_failed', `A check failed: ${reasonText(event.reason)}${next}`);
    case 'check_inconclusive':
      return note('check_inconclusive', `Amazon could not be asked; nothing changes.${next}`);
    case 'disconnected':
      return note('disconnected', reasonText(event.reason));
    case 'enabled':
      return note('enabled', `The store was activated.${next}`);
    case 'disabled':
      return note('disabled', `The store was deactivated; its year goes on.${next}`);
    case 'deleted':
      return note('deleted', 'The store was deleted and its secrets were destroyed. This record is kept.');
  }
}

/**
 * What makes an event happen once: taken from the business where it has a name for it. A workflow task that has to be
 * repeated may meet its events in another order, so a mere number would mix them up; `occasion` serves the rest.
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

/** `2027-10-25 14:03:09 UTC`: exact for scaled years, readable for real ones. */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

export function nextSentence(due: Due | undefined): string {
  if (!due) return '';
  if (due.kind === 'check') return ` Next: another check at ${moment(due.at)}.`;
  if (due.reminder.days === 0) return ` Next: the authorization ends at ${moment(due.at)}.`;
  return ` Next: renewal is asked for at ${moment(due.at)}.`;
}

function renewalSentence(days: number, after: StoreState): string {
  if (after.status === 'expired') return 'Reconnection was asked for.';
  const expiresAt = after.authorization ? ` at ${moment(after.authorization.expiresAt)}` : '';
  return `Renewal was asked for, ${-days} ${days === -1 ? 'day' : 'days'} before the end${expiresAt}.`;
}

function note(what: TimelineCode, text: string): TimelineNote {
  return { what, text };
}
