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
  failed_sign_ins: {
    title: 'Many wrong tokens or sign-ins',
    opened: ({ address, attempts }) =>
      `More than ${Number(attempts) - 1} wrong tokens or sign-ins came within a minute, the last from ${address}. Tokens from an address that sends too many are refused for the rest of the minute. Correct the program that sends them, or block the address in front of Perennial.`,
    closed: 'No address has sent too many wrong tokens for ten minutes. Nothing to do.',
  },
  seller_unproven: {
    title: 'Amazon does not say who authorizes',
    opened: ({ roles }) =>
      `Our application lacks a role that lets Amazon confirm whose authorization it receives, so stores show sellerProof "claimed". Renewals are compared with the previous authorization instead. Request one of these roles in Amazon's Solution Provider Portal: ${roles}.`,
    closed: 'Amazon confirms again whose authorization it is. Nothing to do.',
  },
  webhook_disabled: {
    title: 'A webhook endpoint was disabled',
    opened: ({ host, why, webhookId }) =>
      `The webhook endpoint at ${host} ${why}, so it was disabled. Fix the receiver, then enable the endpoint: PATCH /v1/webhooks/${webhookId} with {"enabled": true}.`,
    closed: 'The webhook endpoint was enabled again, or removed. Nothing to do.',
  },
  store_workflow_gone: {
    title: 'Workflows of stores have ended',
    opened: ({ count, storeId }) =>
      `The Temporal workflows of ${count === '1' ? `the store ${storeId}` : `${count} stores, such as ${storeId},`} ended although the stores exist: they were terminated or cancelled, or Temporal has lost them. Perennial starts them again from the database with the same status and the same dates, and writes to nobody. If this alarm stays open, read the worker's log. To end a store, use DELETE /v1/stores/${storeId} instead of Temporal.`,
    closed: 'Every store has a running workflow again, with the status and the dates it had before. Nothing to do.',
  },
  message_undeliverable: {
    title: 'A store cannot be reached by e-mail',
    opened: ({ store, storeId, contact, cause }) => {
      const address = contact === 'email' ? 'e-mail address' : 'e-mail address of the second contact';
      return cause === 'refused'
        ? `The mail server refuses the ${address} of the store "${store}" for good, so nobody at that address is notified. Correct it in the store's settings (PATCH /v1/stores/${storeId} with "${contact}"), then send a connect link.`
        : `The mail server accepted no e-mail to the ${address} of the store "${store}" for three days. Check the address in the store's settings (PATCH /v1/stores/${storeId} with "${contact}") and the mail server, then send a connect link.`;
    },
    closed:
      'An e-mail to that address was delivered, the address was changed, or the store was deleted. Nothing to do.',
  },
  authorization_lost: {
    title: 'The authorization of a store was lost',
    opened: ({ store, storeId }) =>
      `The database was restored from a backup that is older than the authorization of the store "${store}", so its refresh token is lost. The store is disconnected and its seller gets a new connect link. Make sure that the seller authorizes again; another link: POST /v1/stores/${storeId}/connect-links.`,
    closed: 'The store is connected again, or was deleted. Nothing to do.',
  },
  store_settings_lost: {
    title: 'Settings of a store were lost',
    opened: ({ store, storeId }) =>
      `The store "${store}" is newer than the backup that the database was restored from. Its status and dates are restored; its e-mail addresses and its product mapping are lost. Set them again: PATCH /v1/stores/${storeId} with "email". Until then its e-mails go to OPERATOR_EMAIL, or are not sent if that is not set.`,
    closed: 'The e-mail address of the store was set again, or the store was deleted. Nothing to do.',
  },
};

export const operatorNotice = {
  subject: { opened: (title: string) => `Alarm: ${title}`, closed: (title: string) => `Resolved: ${title}` },
  since: (openedAt: string) => `Since ${openedAt}. We will e-mail you when it is over.`,
  lasted: (openedAt: string, closedAt: string, alarm: string) =>
    `It lasted from ${openedAt} to ${closedAt}. The alarm was: ${alarm}`,
};
