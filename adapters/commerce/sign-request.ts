import { createHmac, randomBytes } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import type { Config } from '../../config.ts';

export type SignRequest = (url: URL) => string;

/** Returns the `Authorization` header of a GET request: OAuth 1.0a (RFC 5849) with HMAC-SHA256, as Commerce requires. */
export function createSignRequest(credentials: Omit<Config['commerce'], 'baseUrl'>): SignRequest {
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = credentials;
  const signer = new OAuth({
    consumer: { key: consumerKey, secret: consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  // The library's own is not cryptographically random.
  signer.getNonce = () => randomBytes(16).toString('hex');
  return (url) => {
    // Decoded, because RFC 5849 (3.4.1.3) signs decoded names, such as `searchCriteria[…]`, and the library decodes values only.
    const data = Object.fromEntries(url.searchParams);
    const request = { method: 'GET', url: url.origin + url.pathname, data };
    return signer.toHeader(signer.authorize(request, { key: accessToken, secret: accessTokenSecret })).Authorization;
  };
}
