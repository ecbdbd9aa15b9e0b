import type { FaultKind } from './faults.ts';

/** What each fault does, and in which calls; the home page shows it. */
export const faultDescriptions: Readonly<Record<FaultKind, string>> = {
  revoked: 'LWA refuses the refresh token, the Selling Partner API the access token; without an end, for good',
  false_403: 'the Selling Partner API answers as if the access token were revoked, while LWA still gives tokens',
  forbidden: 'the Selling Partner API answers 403 with empty details, while LWA still gives tokens',
  invalid_client: 'LWA refuses the application’s secret with 401',
  throttled: 'the Selling Partner API answers 429 with Retry-After',
  outage: 'LWA and the Selling Partner API answer 503',
  slow: 'LWA and the Selling Partner API answer ms milliseconds late, 5,000 by default',
  code_expired: 'LWA refuses the code of a consent, which is then used up',
  no_refresh_token: 'LWA exchanges the code of a consent for an access token alone',
  no_fees_role: 'the fees estimate answers 403 with empty details',
  suspended: 'the seller has suspended listings, in one country or in all',
  not_participating: 'the seller does not take part, in one country or in all',
  commerce_outage: 'Commerce answers 503',
  commerce_slow: 'Commerce answers ms milliseconds late, 5,000 by default',
  commerce_unauthorized: 'Commerce refuses the signature with 401',
};
