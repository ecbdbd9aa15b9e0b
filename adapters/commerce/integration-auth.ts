import { getIntegrationAuthProvider } from '@adobe/aio-commerce-lib-auth';
import type { Config } from '../../config.ts';

/**
 * OAuth 1.0a with HMAC-SHA256. RFC 5849 (3.4.1.3) signs the decoded names of query parameters, but Adobe's signer does not
 * decode them, so Commerce would refuse the signature of an encoded `searchCriteria[…]`.
 */
export function createIntegrationAuth(credentials: Omit<Config['commerce'], 'baseUrl'>) {
  const { getHeaders } = getIntegrationAuthProvider(credentials);
  return {
    getHeaders: (method: Parameters<typeof getHeaders>[0], url: string | URL) =>
      getHeaders(method, withDecodedNames(String(url))),
  };
}

function withDecodedNames(url: string): string {
  const [path = '', query] = url.split('?');
  if (query === undefined) return path;
  const parameters = query.split('&').map((parameter) => {
    const [name = '', ...value] = parameter.split('=');
    return [decodeURIComponent(name), ...value].join('=');
  });
  return `${path}?${parameters.join('&')}`;
}
