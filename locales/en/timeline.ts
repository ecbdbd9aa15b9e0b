import type { DropReason } from '../../domain/message-judgement.ts';
import type { SettingsChange, StoreEmail } from '../../domain/timeline.ts';
import { formatUtc } from '../format-utc.ts';
import type { NextStepMessages, TimelineMessages } from '../message-types.ts';

/** What happened to a store; what happens next follows from `nextStep`. */
export const timeline: TimelineMessages = {
  created: () => 'Store created. Next: the seller authorizes it at Amazon.',
  authorization_received: () => 'The seller gave consent at Amazon. Next: the connection is verified.',
  authorization_reused: ({ sellerId }) =>
    `The existing authorization of seller ${sellerId} is used. Next: the connection is verified.`,
  authorization_refused: ({ reason, isConnected }, reasonText) =>
    `${reasonText(reason)}${isConnected ? ' The store keeps working.' : ''}`,
  active: ({ sellerId, expiresAt }) => `Connected to seller ${sellerId} until ${formatUtc(expiresAt)}.`,
  renewed: ({ sellerId, expiresAt }) => `Authorization of seller ${sellerId} renewed until ${formatUtc(expiresAt)}.`,
  renewal_requested: ({ daysLeft, expiresAt }) =>
    daysLeft === undefined
      ? 'Reconnection requested.'
      : `Renewal requested ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} before the authorization expires${expiresAt ? ` at ${formatUtc(expiresAt)}` : ''}.`,
  expired: ({ reason }, reasonText) => (reason ? reasonText(reason) : 'The authorization expired.'),
  check_passed: () => 'The connection was checked and works.',
  check_failed: ({ reason }, reasonText) => `A connection check failed: ${reasonText(reason)}`,
  check_inconclusive: () => 'The check got no answer from Amazon; nothing changes.',
  recovered: () => 'Amazon responds again: the connection works.',
  disconnected: ({ reason }, reasonText) => reasonText(reason),
  enabled: () => 'Store activated.',
  disabled: () => 'Store deactivated; its authorization year keeps running.',
  deleted: () => 'Store deleted and its secrets destroyed. This timeline is kept.',
  settings_changed: ({ changes }) => changes.map(settingsChange).join(' '),
  connect_links_ended: () => 'All connect links of the store were ended. Create a new one to connect or renew.',
  connect_link_created: ({ validUntil }) => `Connect link created, valid until ${formatUtc(validUntil)}.`,
  amazon_unavailable: ({ cause, requestId }) => {
    if (cause === 'throttled') return 'Amazon is limiting our requests at the moment. Nothing to do: we keep trying.';
    if (cause === 'outage') return 'Amazon does not respond. Nothing to do: we keep trying.';
    return `Amazon refuses access to the account of the seller at the moment${requestId ? ` (request ID ${requestId})` : ''}; nothing changes. Nothing to do: we keep trying.`;
  },
  application_refused: () =>
    'Amazon rejects our application, not the seller. An operator has to renew the LWA client secret; after that, the store continues by itself.',
  message_sent: ({ email, onlyTo }) =>
    onlyTo
      ? `${emailNames[email]} was e-mailed to the second contact only: the mail server refuses the other address for good. Correct the e-mail address of the store.`
      : `${emailNames[email]} was e-mailed.`,
  message_delayed: ({ email }) => `${emailNames[email]} could not be e-mailed yet; we keep trying for three days.`,
  message_failed: ({ email, isRefused }) =>
    isRefused
      ? `${emailNames[email]} could not be e-mailed: the mail server refuses the address for good. Correct the e-mail address of the store, then send a connect link yourself.`
      : `${emailNames[email]} could not be e-mailed. Check the e-mail address and send a connect link yourself.`,
  campaign_asked: ({ email, campaignReason, linkValidUntil }) =>
    `${email === 'first' ? 'The seller received a request to authorize again' : 'The seller received a reminder to authorize again'}: "${campaignReason}" The link is valid until ${formatUtc(linkValidUntil)}.`,
  authorization_undone: ({ sellerId, isConnected }) =>
    isConnected
      ? `The seller undid the authorization of seller ${sellerId}. The former authorization is in force again.`
      : `The seller undid the connection to seller ${sellerId}. Send a new connect link to connect the store.`,
  message_dropped: ({ email, why }) => `${emailNames[email]} was not e-mailed: ${dropped[why]}`,
};

export const nextStep: NextStepMessages = {
  check: (at) => `Next: another check at ${at}.`,
  expiry: (at) => `Next: the authorization expires at ${at}.`,
  renewal_request: (at) => `Next: a renewal request at ${at}.`,
  renewal_reminder: (at) => `Next: a reminder at ${at}.`,
};

const emailNames: Readonly<Record<StoreEmail, string>> = {
  renewal: 'The renewal request',
  connect_again: 'The request to reconnect',
  connect_link: 'The connect link',
  campaign: 'The request to authorize again',
};

const dropped: Readonly<Record<DropReason, string>> = {
  connected: 'the store is connected again.',
  renewed: 'the authorization has been renewed.',
  disconnected: 'the store has been disconnected.',
  superseded: 'a newer e-mail replaces it.',
};

function settingsChange(change: SettingsChange): string {
  switch (change.field) {
    case 'name':
      return `Name changed to "${change.name}".`;
    case 'email':
      return 'E-mail address changed.';
    case 'secondEmail':
      return change.isRemoved ? 'Second contact removed.' : 'Second contact changed.';
    case 'productMapping':
      return change.mapping
        ? `Products are now matched by ${change.mapping.productIdType}, from the attribute ${change.mapping.attributeCode}.`
        : 'Product matching removed.';
  }
}
