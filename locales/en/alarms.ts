import type { AlarmMessages } from '../message-types.ts';

export const alarms: AlarmMessages = {
  fleet_breaker: {
    title: 'Many connections fail at once',
    opened: ({ failing, checked }) =>
      `${failing} of ${checked} connections failed in one round of checks: the cause is Amazon, not the sellers. No store changes its status, and the checks continue. Look at Amazon's health page before you do anything else.`,
    closed: 'Amazon responds for the whole fleet again, and the checks continue as usual. Nothing to do.',
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
  failed_sign_ins: {
    title: 'Many wrong tokens or sign-ins',
    opened: ({ address, attempts }) =>
      `More than ${Number(attempts) - 1} wrong tokens or sign-ins came within a minute, the last from ${address}. Tokens from an address that sends too many are refused for the rest of the minute. Correct the program that sends them, or block the address in front of Perennial.`,
    closed: 'No address has sent too many wrong tokens for ten minutes. Nothing to do.',
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
