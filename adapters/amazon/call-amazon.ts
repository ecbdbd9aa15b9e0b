import { AmazonFault } from '../../activities/ports.ts';
import type { AmazonFaultKind } from '../../activities/ports.ts';
import { networkErrorCode } from '../http/network-error-code.ts';
import { parseJson } from '../http/parse-json.ts';
import { amazonRetryAfterMs } from './retry-after.ts';

export interface AmazonResponse {
  /** Method and path, for error messages. */
  readonly endpoint: string;
  /** 2xx, or 4xx except 429. */
  readonly status: number;
  /** Parsed JSON; undefined when the body was not JSON. */
  readonly body: unknown;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

interface Call {
  readonly url: string;
  readonly request: RequestInit;
  readonly timeoutMs: number;
}

/**
 * Sends one request. Throws `AmazonFault` for 429, 5xx, a redirect, a timeout and a failed connection, and never passes
 * on what `fetch` throws: its message may quote a header, and with it a token.
 */
export async function callAmazon({ url, request, timeoutMs }: Call): Promise<AmazonResponse> {
  const endpoint = `${request.method} ${new URL(url).pathname}`;
  let response: Response;
  let text: string;
  try {
    // Following a redirect would send tokens and our client secret to its target.
    response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch (error) {
    throw new AmazonFault('outage', `${endpoint} got no answer (${describeError(error, timeoutMs)})`);
  }
  const result: AmazonResponse = {
    endpoint,
    status: response.status,
    body: parseJson(text),
    requestId: requestId(response.headers),
    retryAfterMs: amazonRetryAfterMs(response.headers, response.status, Date.now()),
  };
  if (response.status === 429) throw toAmazonFault('throttled', result);
  if (response.status >= 500 || (response.status >= 300 && response.status < 400))
    throw toAmazonFault('outage', result);
  return result;
}

export function isOk({ status }: AmazonResponse): boolean {
  return status >= 200 && status < 300;
}

/** `code`: Amazon's error code. */
export function toAmazonFault(
  kind: AmazonFaultKind,
  response: AmazonResponse,
  code?: string,
  options: { readonly refusesClient?: boolean } = {},
): AmazonFault {
  const { endpoint, status, requestId, retryAfterMs } = response;
  const parts = [`${endpoint} answered ${status}`];
  if (code !== undefined) parts.push(code);
  if (requestId !== undefined) parts.push(`(x-amzn-RequestId ${requestId})`);
  return new AmazonFault(kind, parts.join(' '), { ...options, requestId, retryAfterMs });
}

function describeError(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return `nothing within ${timeoutMs} ms`;
  return networkErrorCode(error) ?? 'connection failed';
}

function requestId(headers: Headers): string | undefined {
  const id = headers.get('x-amzn-requestid');
  return id !== null && /^[\w.:=-]{1,128}$/.test(id) ? id : undefined;
}
