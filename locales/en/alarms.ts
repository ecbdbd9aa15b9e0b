import type { AlarmMessages, UnreadableMessages } from '../message-types.ts';

const unreadable: UnreadableMessages = {
  authorization: {
    value: ({ id, names }) => `The stored authorization of seller ${id} (${names || 'no store'})`,
    effect: 'Its connection is not checked; the stores keep their status',
    remedy: () => 'Send the seller a connect link of one of these stores: the new authorization replaces this one',
  },
  consent: {
    value: ({ id, names }) => `The stored consent ${id} of the store ${names}`,
    effect: 'It is refused after five minutes, and the seller gets a new connect link',
    remedy: () => 'If this alarm stays open, send the store a connect link',
  },
  import_line: {
    value: ({ id }) => `The refresh token of row ${id.split('/')[1]} of the import ${id.split('/')[0]}`,
    effect: 'The row is refused',
    remedy: () => 'Import the row again in a new file',
  },
  client_secret: {
    value: () => 'The stored client secret of our application',
    effect: 'Perennial uses its predecessor for as long as Amazon accepts it',
    remedy: () => 'Submit the client secret again with PUT /v1/application/secret',
  },
  webhook_secret: {
    value: ({ names }) => `A secret of the webhook endpoint at ${names}`,
    effect: 'Events wait, or lack the signature with that secret',
    remedy: ({ id }) => `Give it a new secret: POST /v1/webhooks/${id}/rotate-secret`,
  },
  signing_key: {
    value: () => 'The key that signs the cookies of the console',
    effect: 'The API replaces a damaged one, and everyone signs in again',
    remedy: () => 'If this alarm stays open, restart the API',
  },
};

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
  secret_unreadable: {
    title: 'A stored secret cannot be opened',
    opened(params) {
      const { what, kid, cause } = params;
      const { value, effect, remedy } = unreadable[what];
      const because = cause === 'key_missing' ? 'is not in ENCRYPTION_KEYS' : 'does not open it, because it is damaged';
      const toDo =
        cause === 'key_missing'
          ? `Add "${kid}" to ENCRYPTION_KEYS again, behind the first key, and restart every process`
          : remedy(params);
      return `${value(params)} cannot be opened: its key "${kid}" ${because}. ${effect}; everything else goes on. ${toDo}.`;
    },
    closed: 'The value can be opened again, was replaced, or is no longer needed. Nothing to do.',
  },
  database_step_failing: {
    title: 'PostgreSQL does not carry out a step',
    opened: ({ step, since, cause }) =>
      `The step "${step}" of a workflow has failed since ${since} with ${cause}, and is repeated until it succeeds. No workflow ends, but the store behind it waits. Check that PostgreSQL is reachable and writable and that its disk is not full, then read the worker's log.`,
    closed: 'PostgreSQL carries out every step again, and the workflows have gone on. Nothing to do.',
  },
  workflow_task_failing: {
    title: 'Workflows cannot go on',
    opened: ({ count, workflowId, cause }) =>
      `${count === '1' ? `The workflow ${workflowId} fails` : `${count} workflows, such as ${workflowId}, fail`} in the code of the worker (${cause}) and wait for a corrected release; their state is kept. Open ${workflowId} in Temporal UI for the error, then deploy the release that these workflows were running on, or a corrected one.`,
    closed: 'Every workflow goes on again. Nothing to do.',
  },
  wrong_seller: {
    title: 'An authorization belongs to another seller',
    opened: ({ sellerId, region, actual }) =>
      `Amazon says that the authorization used for seller ${sellerId} in region ${region} belongs to seller ${actual}. The stores of seller ${sellerId} there are disconnected (reason seller_mismatch), so that nothing is listed for, or ordered from, a stranger. Let seller ${sellerId} authorize again with a connect link (POST /v1/stores/{id}/connect-links): one consent brings back all of them.`,
    closed: 'The seller has authorized again, or no store uses the authorization any more. Nothing to do.',
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
