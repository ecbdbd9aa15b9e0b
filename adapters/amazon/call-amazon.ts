import { AmazonFault } from '../../activities/ports.ts';
import type { AmazonFaultKind } from '../../activities/ports.ts';
import { retryAfterMs } from './retry-after.ts';

export interface AmazonAnswer {
  /** Method and path, as errors name it. */
  readonly endpoint: string;
  /** 200 … 299 or 400 … 499 but 429. */
  readonly status: number;
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

interface Call {
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly request: RequestInit;
  readonly timeoutMs: number;
}

/**
 * One request and Amazon's answer to it. Whatever is no answer to the question (429, 5xx, a redirect, silence) is
 * thrown as `AmazonFault`. What `fetch` throws is never passed on: its text may quote a header, and with it a token.
 */
export async function callAmazon({ fetch, url, request, timeoutMs }: Call): Promise<AmazonAnswer> {
  const endpoint = `${request.method} ${new URL(url).pathname}`;
  let response: Response;
  let text: string;
  try {
    // A redirect would carry tokens and our secret to wherever it points.
    response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch (error) {
    throw new AmazonFault('outage', `${endpoint} got no answer (${whyNot(error, timeoutMs)})`);
  }
  const answer: AmazonAnswer = {
    endpoint,
    status: response.status,
    body: parseJson(text),
    requestId: requestId(response.headers),
    retryAfterMs: retryAfterMs(response.headers, response.status, Date.now()),
  };
  if (response.status === 429) throw faultOf('throttled', answer);
  if (response.status >= 500 || (response.status >= 300 && response.status < 400)) throw faultOf('outage', answer);
  return answer;
}

export function isOk({ status }: AmazonAnswer): boolean {
  return status >= 200 && status < 300;
}

/** `code`: Amazon's own code of the error. */
export function faultOf(
  kind: AmazonFaultKind,
  answer: AmazonAnswer,
  code?: string,
  more: { readonly refusesClient?: boolean } = {},
): AmazonFault {
  const { endpoint, status, requestId, retryAfterMs } = answer;
  const words = [`${endpoint} answered ${status}`];
  if (code !== undefined) words.push(code);
  if (requestId !== undefined) words.push(`(x-amzn-RequestId ${requestId})`);
  return new AmazonFault(kind, words.join(' '), {
    ...more,
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function whyNot(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return `nothing within ${timeoutMs} ms`;
  const { cause } = error;
  // Codes of the system and of the HTTP client, such as ECONNREFUSED.
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^\w+$/.test(code) ? code : 'connection failed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function requestId(headers: Headers): string | undefined {
  const id = headers.get('x-amzn-requestid');
  return id !== null && /^[\w.:=-]{1,128}$/.test(id) ? id : undefined;
}
