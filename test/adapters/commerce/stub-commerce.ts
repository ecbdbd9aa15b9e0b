import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

export const credentials = {
  consumerKey: 'consumer-key-1',
  consumerSecret: 'consumer-secret-1',
  accessToken: 'access-token-1',
  accessTokenSecret: 'access-token-secret-1',
};

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly stall?: boolean;
}

/** A real HTTP server under `/shop/rest/V1/` that verifies OAuth 1.0a signatures as RFC 5849 defines them. */
export async function startStubCommerce() {
  const requests: URL[] = [];
  const state: { reply: (url: URL) => Reply } = { reply: () => ({ status: 404 }) };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    requests.push(url);
    const reply = isSigned(request, url)
      ? state.reply(url)
      : { status: 401, body: { message: 'The signature is invalid. Verify and try again.' } };
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    if (reply.stall) response.write('[');
    else response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/shop`,
    requests,
    state,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type StubCommerce = Awaited<ReturnType<typeof startStubCommerce>>;

function isSigned(request: IncomingMessage, url: URL): boolean {
  const header = /^OAuth (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const oauth = new Map(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
  const signature = oauth.get('oauth_signature');
  oauth.delete('oauth_signature');
  const age = Math.abs(Date.now() / 1000 - Number(oauth.get('oauth_timestamp')));
  if (oauth.get('oauth_consumer_key') !== credentials.consumerKey || age > 60 || !oauth.get('oauth_nonce'))
    return false;
  if (oauth.get('oauth_token') !== credentials.accessToken || oauth.get('oauth_signature_method') !== 'HMAC-SHA256')
    return false;
  const parameters = [...oauth, ...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const base = [request.method ?? '', url.origin + url.pathname, parameters].map(encode).join('&');
  const key = `${encode(credentials.consumerSecret)}&${encode(credentials.accessTokenSecret)}`;
  return createHmac('sha256', key).update(base).digest('base64') === signature;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
