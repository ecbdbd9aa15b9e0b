/** What Temporal UI shows operators about a store; no personal data, no secret. */
import { markdownText } from '../../domain/markdown-text.ts';
import type { Due, StoreState } from '../../domain/store-life.ts';
import { nextDue } from '../../domain/store-life.ts';
import { reasonText } from '../../locales/reason-text.ts';
import type { StoreStatus } from '../../domain/store-status.ts';
import { formatUtc } from '../../locales/format-utc.ts';

const maxReasonLength = 500;

const advice: Readonly<Record<StoreStatus, string>> = {
  creating: 'Being created. If this takes long, look at the pending activity: PostgreSQL is probably down.',
  awaiting_authorization:
    'Waiting for the consent of the seller at Amazon (signal `authorizationGranted`). A new link: `POST /v1/stores/{id}/connect-links`.',
  verifying:
    'The consent is being verified with Amazon. A pending activity with failures means that Amazon is down, throttles, or refuses our application; it is retried until Amazon answers.',
  active: 'Connected. Nothing to do. `checkRequested` checks the connection now.',
  renewal_due: 'Still connected. The seller has a renewal request; a connect link renews.',
  expired: 'The year ended without a renewal. A connect link brings it back with its settings.',
  disconnected: 'The connection ended. A connect link brings it back.',
  deleted: 'Deleted: the secrets are destroyed, the timeline is kept.',
};

/** `name`, `country`, `website`: as people wrote them. */
export function currentDetails(
  { name, country, website }: { readonly name: string; readonly country: string; readonly website: string },
  store: StoreState,
): string {
  const due = nextDue(store);
  const title = [name, country, website].map((text) => markdownText(text)).join(' · ');
  const lines = [
    `**${title}**: \`${store.status}\`${store.setUp && !store.enabled ? ' (deactivated by an admin)' : ''}`,
    ...(store.sellerId ? [`Seller: ${markdownText(store.sellerId)}`] : []),
    ...(store.authorization && store.status !== 'disconnected'
      ? [
          `Authorized: ${formatUtc(store.authorization.authorizedAt)}, ends: ${formatUtc(store.authorization.expiresAt)}`,
        ]
      : []),
    ...(due ? [`Next: ${dueSummary(due)}, ${formatUtc(due.at)}`] : []),
    ...(store.attempt ? ['A consent of the seller is being verified.'] : []),
    ...(store.reason
      ? [`Reason: \`${store.reason.code}\`. ${markdownText(reasonText(store.reason, 'en'), maxReasonLength)}`]
      : []),
    advice[store.status],
  ];
  return lines.join('\n\n');
}

/** Shown on the timer that waits for it. */
export function dueSummary(due: Due): string {
  if (due.kind === 'check') return 'another check of the connection';
  const { days } = due.reminder;
  if (days === 0) return 'the authorization ends';
  return days < 0
    ? `request renewal, ${-days} days before the end`
    : `request reconnection, ${days} days after the end`;
}
