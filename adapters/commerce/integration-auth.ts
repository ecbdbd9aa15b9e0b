import { getIntegrationAuthProvider } from '@adobe/aio-commerce-lib-auth';
import type { Config } from '../../config.ts';

/**
 * OAuth 1.0a, HMAC-SHA256. Adobe's signer takes the names of query parameters as it finds them, while RFC 5849 (3.4.1.3)
 * signs them decoded: without this, `searchCriteria[…]`, which travels encoded, gets a signature that Commerce refuses.
 */
export function createIntegrationAuth(credentials: Omit<Config['commerce'], 'baseUrl'>) {
  const { getHeaders } = getIntegrationAuthProvider(credentials);
  return {
    getHeaders: (method: Parameters<typeof getHeaders>[0], url: string | URL) =>
      getHeaders(method, withPlainNames(String(url))),
  };
}

function withPlainNames(url: string): string {
  const [path = '', query] = url.split('?');
  if (query === undefined) return path;
  const parameters = query.split('&').map((parameter) => {
    const [name = '', ...value] = parameter.split('=');
    return [decodeURIComponent(name), ...value].join('=');
  });
  return `${path}?${parameters.join('&')}`;
}
