/** What Temporal UI shows of a store, for operators: plain words, no personal data, no secret. */
import type { Due, StoreState } from '../../domain/store-life.ts';
import { nextDue } from '../../domain/store-life.ts';
import { reasonText } from '../../domain/reasons.ts';
import type { StoreStatus } from '../../domain/store-status.ts';
import { moment } from '../../domain/timeline.ts';

const advice: Readonly<Record<StoreStatus, string>> = {
  creating: 'Being recorded. If this lasts, look at the pending activity: PostgreSQL is probably away.',
  awaiting_authorization:
    'Waits for the seller to agree at Amazon (signal `authorizationGranted`). A new link: `POST /v1/stores/{id}/connect-links`.',
  verifying:
    'Amazon is being asked. A pending activity with failures means that Amazon is away, throttles, or refuses our application; it is retried until it answers.',
  active: 'Connected. Nothing to do. `checkRequested` asks Amazon now.',
  renewal_due: 'Still works. The seller was asked to renew; a connect link renews.',
  expired: 'The year ended without a renewal. A connect link brings it back with its settings.',
  disconnected: 'The connection ended. A connect link brings it back.',
  deleted: 'A tombstone: secrets destroyed, the timeline kept.',
};

export function currentDetails(title: string, store: StoreState): string {
  const due = nextDue(store);
  const lines = [
    `**${title}**: \`${store.status}\`${store.setUp && !store.enabled ? ' (deactivated by an admin)' : ''}`,
    ...(store.sellerId ? [`Seller: ${store.sellerId}`] : []),
    ...(store.authorization && store.status !== 'disconnected'
      ? [`Authorized: ${moment(store.authorization.authorizedAt)}, ends: ${moment(store.authorization.expiresAt)}`]
      : []),
    ...(due ? [`Next: ${dueSummary(due)}, ${moment(due.at)}`] : []),
    ...(store.attempt ? ['A consent of the seller is being verified.'] : []),
    ...(store.reason ? [`Reason: \`${store.reason.code}\`. ${reasonText(store.reason)}`] : []),
    advice[store.status],
  ];
  return lines.join('\n\n');
}

/** Shown on the timer that waits for it. */
export function dueSummary(due: Due): string {
  if (due.kind === 'check') return 'confirming check';
  const { days } = due.reminder;
  if (days === 0) return 'the authorization ends';
  return days < 0 ? `ask for renewal, ${-days} days before the end` : `ask to reconnect, ${days} days after the end`;
}
