import { CommerceUnavailable } from '../../api/ports.ts';
import type { Config } from '../../config.ts';
import { commerceError } from './schemas.ts';

const longestQuote = 200;

/** What an answer of Commerce that cannot be used means, in a sentence for people. `status`: of HTTP. */
export function describeRefusal(endpoint: string, status: number, body: unknown, config: Config['commerce']) {
  const quote = quoted(body, config);
  switch (status) {
    case 401:
    case 403:
      return new CommerceUnavailable(
        'refused',
        `Commerce answered ${endpoint} with ${status}${quote}: it does not let our integration in. Look at COMMERCE_CONSUMER_KEY, COMMERCE_CONSUMER_SECRET, COMMERCE_ACCESS_TOKEN and COMMERCE_ACCESS_TOKEN_SECRET, and at the resources of the integration in Commerce.`,
      );
    case 404:
      return away(`Commerce answered ${endpoint} with 404${quote}: there is no Commerce REST API at that address.`);
    default:
      if (status >= 300 && status < 400)
        return away(`Commerce answered ${endpoint} with ${status}, a redirect, which is not followed.`);
      return away(`Commerce answered ${endpoint} with ${status}${quote}.`);
  }
}

export function describeUnreadable(endpoint: string) {
  return away(`Commerce answered ${endpoint} with something that is not its REST API.`);
}

/** Names the code of the system or of the HTTP client only: what `fetch` throws may quote headers. */
export function describeSilence(endpoint: string, error: unknown, timeoutMs: number) {
  if (error instanceof Error && error.name === 'TimeoutError')
    return away(`Commerce did not answer ${endpoint} within ${timeoutMs / 1000} seconds.`);
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
  return away(`Commerce cannot be reached for ${endpoint}${code}.`);
}

function away(sentence: string): CommerceUnavailable {
  return new CommerceUnavailable('away', `${sentence} Look at COMMERCE_BASE_URL, and whether Commerce is up.`);
}

/** Commerce's own sentence, with its parameters filled in and nothing of our credentials. */
function quoted(body: unknown, { consumerKey, consumerSecret, accessToken, accessTokenSecret }: Config['commerce']) {
  const parsed = commerceError.safeParse(body);
  if (!parsed.success) return '';
  let text = parsed.data.message;
  for (const [name, value] of Object.entries(parsed.data.parameters)) text = text.replaceAll(`%${name}`, String(value));
  for (const secret of [consumerKey, consumerSecret, accessToken, accessTokenSecret])
    text = text.replaceAll(secret, '…');
  return ` "${text.slice(0, longestQuote)}"`;
}
