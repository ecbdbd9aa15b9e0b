import http from 'node:http';
import https from 'node:https';
import { askedWaitMs } from '../http/asked-wait.ts';
import { type GuardedTargets, RefusedTarget } from './webhook-targets.ts';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Cuts it off, as if the process had died. */
  readonly signal: AbortSignal;
}

export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly statusCode: number; readonly askedPauseMs?: number }
  /** `error`: a sentence. */
  | { readonly kind: 'unreachable'; readonly error: string }
  | { readonly kind: 'cut' };

export type SendWebhook = (request: WebhookRequest) => Promise<WebhookAnswer>;

export interface WebhookSender {
  readonly send: SendWebhook;
  close(): void;
}

const keptOfAnswerBytes = 64 * 1024;

/** Posts and reads nothing but status and headers; redirects are answers like any other. */
export function createWebhookSender(targets: GuardedTargets, timeoutMs = 15_000): WebhookSender {
  const options = { keepAlive: true, timeout: 2 * timeoutMs, lookup: targets.lookup };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };

  async function send(request: WebhookRequest): Promise<WebhookAnswer> {
    const ending = new AbortController();
    const end = () => ending.abort();
    let isLate = false;
    const patience = setTimeout(() => {
      isLate = true;
      end();
    }, timeoutMs);
    request.signal.addEventListener('abort', end);
    try {
      targets.check(new URL(request.url));
      const { statusCode, retryAfter } = await post(request, ending.signal);
      const askedPauseMs = askedWaitMs(retryAfter, Date.now());
      return { kind: 'answered', statusCode, ...(askedPauseMs !== undefined && { askedPauseMs }) };
    } catch (error) {
      if (request.signal.aborted) return { kind: 'cut' };
      if (isLate)
        return { kind: 'unreachable', error: `The endpoint did not answer within ${timeoutMs / 1000} seconds.` };
      return { kind: 'unreachable', error: whyNot(error) };
    } finally {
      clearTimeout(patience);
      request.signal.removeEventListener('abort', end);
    }
  }

  function post(request: WebhookRequest, signal: AbortSignal): Promise<{ statusCode: number; retryAfter?: string }> {
    const url = new URL(request.url);
    const body = Buffer.from(request.body);
    const [client, agent] =
      url.protocol === 'https:' ? ([https, agents['https:']] as const) : ([http, agents['http:']] as const);
    return new Promise((resolve, reject) => {
      const outgoing = client.request(url, {
        method: 'POST',
        agent,
        signal,
        headers: {
          ...request.headers,
          'user-agent': 'Perennial',
          'content-type': 'application/json',
          'content-length': body.length,
        },
      });
      let isAnswered = false;
      outgoing.once('response', (response) => {
        isAnswered = true;
        resolve({ statusCode: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        // The rest is read only so that the connection can be used again.
        const patience = setTimeout(() => response.destroy(), timeoutMs);
        response.once('close', () => clearTimeout(patience));
        let readBytes = 0;
        response.on('data', (chunk: Buffer) => {
          readBytes += chunk.length;
          if (readBytes > keptOfAnswerBytes) response.destroy();
        });
        response.on('error', () => undefined);
      });
      outgoing.on('error', (error) => {
        // The endpoint closed an idle connection in the moment in which it was used again.
        if (outgoing.reusedSocket && isLost(error) && !isAnswered && !signal.aborted)
          post(request, signal).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  return {
    send,
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

function isLost(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

/** Codes of the system and of TLS, such as ECONNREFUSED; other texts may quote what was sent. */
function whyNot(error: unknown): string {
  if (error instanceof RefusedTarget) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const named = typeof code === 'string' && /^\w+$/.test(code) ? ` (${code})` : '';
  return `The endpoint could not be reached${named}.`;
}
