import type { AmazonFault } from '../../activities/ports.ts';
import type { AmazonAnswer } from './call-amazon.ts';
import { faultOf } from './call-amazon.ts';
import { sellingPartnerErrors, tokenError } from './schemas.ts';

/**
 * What a 4xx answer of Login with Amazon is about: the grant that was sent, the account that agreed, or a fault that is
 * none of the seller's doing. https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html
 */
export function classifyTokenRefusal(answer: AmazonAnswer): 'grant' | 'account' | AmazonFault {
  const parsed = tokenError.safeParse(answer.body);
  if (!parsed.success) return faultOf('outage', answer, 'unreadable');
  const { error } = parsed.data;
  switch (error) {
    case 'invalid_grant':
      return 'grant';
    case 'access_denied':
      return 'account';
    case 'invalid_client':
    case 'unauthorized_client':
      return faultOf('application', answer, error, { refusesClient: true });
    case 'invalid_request':
    case 'invalid_scope':
      return faultOf('application', answer, error);
    default:
      return faultOf('outage', answer, error);
  }
}

/**
 * What a 4xx answer of the Selling Partner API is about. Only an `Unauthorized` in Amazon's own shape may speak about
 * the grant: a 403 of a proxy or a firewall says nothing about any seller.
 */
export function classifyCallRefusal(answer: AmazonAnswer): 'grant' | AmazonFault {
  const parsed = sellingPartnerErrors.safeParse(answer.body);
  const [first] = parsed.data?.errors ?? [];
  if (!first) return faultOf('outage', answer, 'unreadable');
  const said = `${first.message} ${first.details}`;
  if (answer.status !== 401 && answer.status !== 403) return faultOf('application', answer, first.code);
  if (/LWA secret/i.test(said)) return faultOf('application', answer, first.code, { refusesClient: true });
  // The access token is seconds old: if it is said to have expired, a new one is all it takes.
  if (/access token[^.]*\bexpired/i.test(said)) return faultOf('outage', answer, first.code);
  return 'grant';
}
