import http from 'node:http';
import https from 'node:https';
import { networkErrorCode } from '../http/network-error-code.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { BlockedUrlError, type WebhookUrlPolicy } from './webhook-url-policy.ts';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborts the request, as if the process had died. */
  readonly signal: AbortSignal;
}

export type WebhookResult =
  | { readonly kind: 'response'; readonly statusCode: number; readonly retryAfterMs?: number }
  /** `error`: a sentence. */
  | { readonly kind: 'unreachable'; readonly error: string }
  | { readonly kind: 'aborted' };

interface ResponseHead {
  readonly statusCode: number;
  readonly retryAfter?: string;
}

/** The rest of a response is read, up to this size, only to reuse the connection. */
const maxDiscardedBytes = 64 * 1024;

/** Posts webhooks and reads the status and the headers of the response. Does not follow redirects. */
export class WebhookSender {
  private readonly policy: WebhookUrlPolicy;
  private readonly timeoutMs: number;
  private readonly httpAgent: http.Agent;
  private readonly httpsAgent: https.Agent;

  constructor(policy: WebhookUrlPolicy, timeoutMs = 15_000) {
    const options = { keepAlive: true, timeout: 2 * timeoutMs, lookup: policy.lookup };
    this.policy = policy;
    this.timeoutMs = timeoutMs;
    this.httpAgent = new http.Agent(options);
    this.httpsAgent = new https.Agent(options);
  }

  async send(request: WebhookRequest): Promise<WebhookResult> {
    const aborting = new AbortController();
    const abort = () => aborting.abort();
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      abort();
    }, this.timeoutMs);
    request.signal.addEventListener('abort', abort);
    try {
      this.policy.check(new URL(request.url));
      const { statusCode, retryAfter } = await this.post(request, aborting.signal);
      return { kind: 'response', statusCode, retryAfterMs: retryAfterMs(retryAfter, Date.now()) };
    } catch (error) {
      if (request.signal.aborted) return { kind: 'aborted' };
      if (isTimedOut)
        return { kind: 'unreachable', error: `The endpoint did not answer within ${this.timeoutMs / 1000} seconds.` };
      return { kind: 'unreachable', error: describeError(error) };
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', abort);
    }
  }

  close(): void {
    this.httpAgent.destroy();
    this.httpsAgent.destroy();
  }

  private post(request: WebhookRequest, signal: AbortSignal): Promise<ResponseHead> {
    return new Promise((resolve, reject) => {
      const outgoing = this.open(request, signal);
      let isAnswered = false;
      outgoing.once('response', (response) => {
        isAnswered = true;
        resolve({ statusCode: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        discardBody(response, this.timeoutMs);
      });
      outgoing.on('error', (error) => {
        // The endpoint closed an idle connection at the moment it was reused.
        if (outgoing.reusedSocket && isConnectionLost(error) && !isAnswered && !signal.aborted)
          this.post(request, signal).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(request.body);
    });
  }

  private open({ url, headers, body }: WebhookRequest, signal: AbortSignal): http.ClientRequest {
    const options = {
      method: 'POST',
      signal,
      headers: {
        ...headers,
        'user-agent': 'Perennial',
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    };
    return new URL(url).protocol === 'https:'
      ? https.request(url, { ...options, agent: this.httpsAgent })
      : http.request(url, { ...options, agent: this.httpAgent });
  }
}

function discardBody(response: http.IncomingMessage, timeoutMs: number): void {
  const timer = setTimeout(() => response.destroy(), timeoutMs);
  response.once('close', () => clearTimeout(timer));
  let readBytes = 0;
  response.on('data', (chunk: Buffer) => {
    readBytes += chunk.length;
    if (readBytes > maxDiscardedBytes) response.destroy();
  });
  response.on('error', () => undefined);
}

function isConnectionLost(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

function describeError(error: unknown): string {
  if (error instanceof BlockedUrlError) return error.message;
  const code = networkErrorCode(error);
  return `The endpoint could not be reached${code === undefined ? '' : ` (${code})`}.`;
}
