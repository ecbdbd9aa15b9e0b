import type { AccessRefusal, AmazonFault } from '../../activities/ports.ts';
import type { AmazonResponse } from './call-amazon.ts';
import { toAmazonFault } from './call-amazon.ts';
import { sellingPartnerErrors, tokenError } from './schemas.ts';

/**
 * What a 4xx response of Login with Amazon refuses: the grant in the request, the account that consented, or neither,
 * which is a fault. https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html
 */
export function classifyTokenRefusal(response: AmazonResponse): 'grant' | 'account' | AmazonFault {
  const parsed = tokenError.safeParse(response.body);
  if (!parsed.success) return toAmazonFault('outage', response, 'unreadable');
  const { error } = parsed.data;
  switch (error) {
    case 'invalid_grant':
      return 'grant';
    case 'access_denied':
      return 'account';
    case 'invalid_client':
    case 'unauthorized_client':
      return toAmazonFault('application', response, error, { refusesClient: true });
    case 'invalid_request':
    case 'invalid_scope':
      return toAmazonFault('application', response, error);
    default:
      return toAmazonFault('outage', response, error);
  }
}

/**
 * What a 4xx response of the Selling Partner API to a fresh access token refuses: never the grant, because Login with
 * Amazon has just accepted it. Only an error in Amazon's own format counts: a 403 from a proxy or a firewall says nothing.
 */
export function classifyCallRefusal(response: AmazonResponse): AccessRefusal | AmazonFault {
  const parsed = sellingPartnerErrors.safeParse(response.body);
  const [first] = parsed.data?.errors ?? [];
  if (!first) return toAmazonFault('outage', response, 'unreadable');
  if (response.status !== 401 && response.status !== 403) return toAmazonFault('application', response, first.code);
  const text = `${first.message} ${first.details}`;
  if (/LWA secret/i.test(text)) return toAmazonFault('application', response, first.code, { refusesClient: true });
  // The access token is seconds old, so a retry with a new one succeeds.
  if (/access token[^.]*\bexpired/i.test(text)) return toAmazonFault('outage', response, first.code);
  const isTokenRefused = /access token[^.]*\brevoked/i.test(text);
  return { kind: isTokenRefused ? 'token_refused' : 'access_denied', requestId: response.requestId };
}
