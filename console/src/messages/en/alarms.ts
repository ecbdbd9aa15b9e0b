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
  'alarm.webhook_disabled':
    'A webhook endpoint was disabled after it failed for three days or reported that it is gone. Fix it, then enable it again.',
} as const;
