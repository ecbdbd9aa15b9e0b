/** What concerns the whole installation, in English; the API's own sentences say more and are shown instead. */
export const alarms = {
  'alarm.since': 'Since {date}:',
  'alarm.fleet_breaker':
    "Many connections fail at once: the cause is Amazon, not the sellers. No store changes its status, and the checks go on by themselves. Look at Amazon's health page before you do anything else.",
  'alarm.application_refused':
    'Amazon refuses the client secret of our application, so no store can be connected or checked. No store changes its status. Make a new LWA client secret and hand it over.',
  'alarm.application_secret_expiring':
    'The client secret of our application ends soon or has ended; without a valid one no store can be connected or checked. Make a new LWA client secret and hand it over.',
  'alarm.webhook_disabled':
    'A webhook was disabled, because it answered that it is gone or failed for three days. Mend the receiver, then enable it.',
} as const;
