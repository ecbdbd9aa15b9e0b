import type { Config } from '../../config.ts';
import { CommerceUnavailable } from '../../domain/commerce.ts';
import { networkErrorCode } from '../http/network-error-code.ts';
import { commerceError } from './schemas.ts';

const maxQuoteLength = 200;

/** For a response with a status other than 2xx. */
export function refusedError(endpoint: string, status: number, body: unknown, config: Config['commerce']) {
  const quote = quoteError(body, config);
  switch (status) {
    case 401:
    case 403:
      return new CommerceUnavailable(
        'refused',
        `Commerce answered ${endpoint} with ${status}${quote}: the integration is not authorized. Check COMMERCE_CONSUMER_KEY, COMMERCE_CONSUMER_SECRET, COMMERCE_ACCESS_TOKEN and COMMERCE_ACCESS_TOKEN_SECRET, and the resources of the integration in Commerce.`,
      );
    case 404:
      return unreachable(`Commerce answered ${endpoint} with 404${quote}: there is no Commerce REST API at this URL.`);
    default:
      if (status >= 300 && status < 400)
        return unreachable(`Commerce answered ${endpoint} with ${status}, a redirect, which is not followed.`);
      return unreachable(`Commerce answered ${endpoint} with ${status}${quote}.`);
  }
}

export function unreadableError(endpoint: string) {
  return unreachable(`Commerce answered ${endpoint} with something that is not a response of its REST API.`);
}

export function unreachableError(endpoint: string, error: unknown, timeoutMs: number) {
  if (error instanceof Error && error.name === 'TimeoutError')
    return unreachable(`Commerce did not answer ${endpoint} within ${timeoutMs / 1000} seconds.`);
  const code = networkErrorCode(error);
  return unreachable(`Commerce could not be reached for ${endpoint}${code === undefined ? '' : ` (${code})`}.`);
}

function unreachable(sentence: string): CommerceUnavailable {
  return new CommerceUnavailable('unreachable', `${sentence} Check COMMERCE_BASE_URL, and that Commerce is running.`);
}

/** Commerce's error message with its parameters filled in, and without our credentials. */
function quoteError(
  body: unknown,
  { consumerKey, consumerSecret, accessToken, accessTokenSecret }: Config['commerce'],
) {
  const parsed = commerceError.safeParse(body);
  if (!parsed.success) return '';
  let text = parsed.data.message;
  for (const [name, value] of Object.entries(parsed.data.parameters)) text = text.replaceAll(`%${name}`, String(value));
  for (const secret of [consumerKey, consumerSecret, accessToken, accessTokenSecret])
    text = text.replaceAll(secret, '…');
  return ` "${text.slice(0, maxQuoteLength)}"`;
}
