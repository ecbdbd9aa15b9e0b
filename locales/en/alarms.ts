import type { AlarmMessages } from '../message-types.ts';

export const alarms: AlarmMessages = {
  fleet_breaker: {
    title: 'Many connections fail at once',
    opened: ({ failing, checked }) =>
      `${failing} of ${checked} connections failed in one round of checks: the cause is Amazon, not the sellers. For two days no store changes its status, and the checks continue. Look at Amazon's health page before you do anything else.`,
    closed: 'Amazon responds for the whole fleet again, and the checks continue as usual. Nothing to do.',
  },
  access_denied: {
    title: 'Amazon denies access to a seller account',
    opened: ({ sellerId, region, since, requestId }) =>
      `Amazon has denied access to the account of seller ${sellerId} in region ${region} since ${since}, although the authorization is valid. The stores keep their status. Check the account in Seller Central, then send the request ID ${requestId} to Amazon's developer support.`,
    closed: 'Amazon grants access to the account of the seller again, or no store uses it any more. Nothing to do.',
  },
  application_refused: {
    title: 'Amazon rejects our application',
    opened: ({ answer }) =>
      `Amazon rejects the client secret of our application (${answer}), so no store can be connected or checked. No store changes its status. Create a new client secret in Amazon's Solution Provider Portal and submit it with PUT /v1/application/secret.`,
    closed: 'Amazon accepts our application again. Nothing to do: the stores continue by themselves.',
  },
  application_secret_expiring: {
    title: 'The client secret of our application is expiring',
    opened: ({ daysLeft, expiresAt }) =>
      `The LWA client secret of our application ${daysLeft === '0' ? 'has expired' : `expires in ${daysLeft} ${daysLeft === '1' ? 'day' : 'days'}`} (${expiresAt}). Without a valid secret no store can be connected or checked. Create a new one in Amazon's Solution Provider Portal and submit it with PUT /v1/application/secret; the old one works for 7 more days.`,
    closed: 'A new client secret is in use. Nothing to do.',
  },
  webhook_disabled: {
    title: 'A webhook endpoint was disabled',
    opened: ({ host, why, webhookId }) =>
      `The webhook endpoint at ${host} ${why}, so it was disabled. Fix the receiver, then enable the endpoint: PATCH /v1/webhooks/${webhookId} with {"enabled": true}.`,
    closed: 'The webhook endpoint was enabled again, or removed. Nothing to do.',
  },
};

export const operatorNotice = {
  subject: { opened: (title: string) => `Alarm: ${title}`, closed: (title: string) => `Resolved: ${title}` },
  since: (openedAt: string) => `Since ${openedAt}. We will e-mail you when it is over.`,
  lasted: (openedAt: string, closedAt: string, alarm: string) =>
    `It lasted from ${openedAt} to ${closedAt}. The alarm was: ${alarm}`,
};
