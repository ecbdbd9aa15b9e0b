/** Alarms about the whole installation. In English, the API's own, more specific text is shown instead. */
export const alarms = {
  'alarm.since': 'Since {date}:',
  'alarm.fleet_breaker':
    "Many connections are failing at once, so the cause is Amazon, not the sellers. No store changes its status. Check Amazon's health page first.",
  'alarm.access_denied':
    'Amazon has denied access to the account of a seller for days, although the authorization is valid. Check the account in Seller Central.',
  'alarm.application_refused':
    'Amazon refuses the client secret of our application, so no store can be connected or checked. No store changes its status. Create a new LWA client secret and submit it.',
  'alarm.application_secret_expiring':
    'The client secret of our application is about to expire or has expired. Create a new LWA client secret and submit it.',
  'alarm.failed_sign_ins':
    'Many wrong tokens or sign-ins came within a minute. Correct the program that sends them, or block its address in front of Perennial.',
  'alarm.seller_unproven':
    'Our application lacks a role that lets Amazon confirm who authorizes. Request the Product Listing role in the Solution Provider Portal.',
  'alarm.webhook_disabled':
    'A webhook endpoint was disabled after it failed for three days or reported that it is gone. Fix it, then enable it again.',
  'alarm.store_workflow_gone':
    'The workflows of some stores have ended although the stores exist. They are started again with the same status and dates; to end a store, delete it here instead of in Temporal.',
  'alarm.message_undeliverable':
    "A store cannot be reached by e-mail: the mail server refuses its address. Correct the e-mail address in the store's settings, then send a connect link.",
  'alarm.secret_unreadable':
    'A stored secret cannot be opened: its encryption key is missing, or it is damaged. Only this value is affected; the API (GET /v1/alarms) names it and what to do.',
  'alarm.database_step_failing':
    "PostgreSQL does not carry out a step of a workflow, which is repeated until it succeeds. Check that PostgreSQL is reachable and writable, then read the worker's log.",
  'alarm.workflow_task_failing':
    'Some workflows fail in the code of the worker and wait for a corrected release. Open one of them in Temporal UI for the error.',
  'alarm.wrong_seller':
    'An authorization belongs to another seller: its stores are disconnected. Let the right seller authorize again with a connect link.',
  'alarm.authorization_lost':
    'The database was restored from a backup that is older than the authorization of a store. The store is disconnected and its seller has a new connect link: make sure that the seller authorizes again.',
  'alarm.store_settings_lost':
    "The database was restored from a backup that is older than a store. Its e-mail addresses and product mapping are lost: enter them again in the store's settings.",
} as const;
