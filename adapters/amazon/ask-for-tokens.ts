import { type AmazonAnswer, callAmazon } from './call-amazon.ts';

interface TokenRequest {
  readonly fetch: typeof fetch;
  readonly lwaUrl: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** The grant with our client id and secret. */
  readonly form: Readonly<Record<string, string>>;
}

/** Login with Amazon: one request for tokens. */
export function askForTokens({ fetch, lwaUrl, userAgent, timeoutMs, form }: TokenRequest): Promise<AmazonAnswer> {
  return callAmazon({
    fetch,
    url: `${lwaUrl}/auth/o2/token`,
    request: {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': userAgent },
      body: new URLSearchParams(form),
    },
    timeoutMs,
  });
}
