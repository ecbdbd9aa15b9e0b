import { type AmazonResponse, callAmazon } from './call-amazon.ts';

interface TokenRequest {
  readonly lwaUrl: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** The OAuth grant with our client id and client secret. */
  readonly form: Readonly<Record<string, string>>;
}

/** A request to the token endpoint of Login with Amazon. */
export function requestTokens({ lwaUrl, userAgent, timeoutMs, form }: TokenRequest): Promise<AmazonResponse> {
  return callAmazon({
    url: `${lwaUrl}/auth/o2/token`,
    request: {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': userAgent },
      body: new URLSearchParams(form),
    },
    timeoutMs,
  });
}
