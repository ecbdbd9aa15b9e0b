import type { Logger } from 'pino';
import { retryDelayMs, type WebhookRetries } from '../../domain/webhook-retries.ts';
import type { AttemptResult, DueDelivery, EndpointWork, WebhookOutbox } from './ports.ts';
import { signWebhook } from './sign-webhook.ts';
import type { WakeSignal } from './wake-signal.ts';
import type { WebhookResult, WebhookSender } from './webhook-sender.ts';

export interface DeliveryDeps {
  readonly outbox: WebhookOutbox;
  readonly sender: Pick<WebhookSender, 'send'>;
  readonly retries: WebhookRetries;
  readonly log: Logger;
}

interface EndpointRun {
  readonly webhookId: string;
  /** Notified when deliveries may be due. */
  readonly wakeSignal: WakeSignal;
  /** While true, no new attempts start. */
  readonly isStopping: () => boolean;
  /** Aborts attempts in progress. */
  readonly signal: AbortSignal;
}

interface FinishedAttempt extends AttemptResult {
  readonly result: WebhookResult;
}

const maxConcurrentDeliveries = 25;
const maxWaitMs = 60_000;

/**
 * Delivers to one endpoint until nothing is pending. Stores are served concurrently; the next event of a store starts
 * after the result of the previous one has been saved. Results are saved after the response, so the successor of a
 * process that dies in between sends the same event again.
 */
export function deliverToEndpoint(deps: DeliveryDeps, run: EndpointRun): Promise<void> {
  return new EndpointDelivery(deps, run).run();
}

class EndpointDelivery {
  private readonly deps: DeliveryDeps;
  private readonly endpoint: EndpointRun;
  private readonly inProgress = new Map<string, Promise<void>>();
  private readonly finished: FinishedAttempt[] = [];
  private failingForMs = 0;

  constructor(deps: DeliveryDeps, endpoint: EndpointRun) {
    this.deps = deps;
    this.endpoint = endpoint;
  }

  async run(): Promise<void> {
    const { signal, isStopping, wakeSignal } = this.endpoint;
    for (;;) {
      await this.saveFinished();
      if (signal.aborted) break;
      const waitMs = isStopping() ? undefined : await this.startDue();
      if (waitMs === undefined && this.inProgress.size === 0) break;
      await wakeSignal.wait(waitMs ?? maxWaitMs);
    }
    await Promise.all(this.inProgress.values());
    await this.saveFinished();
  }

  /** Starts the due deliveries. Returns how long until the next one is due; undefined when nothing is pending. */
  private async startDue(): Promise<number | undefined> {
    const limit = maxConcurrentDeliveries - this.inProgress.size;
    if (limit <= 0) return maxWaitMs;
    const work = await this.deps.outbox.loadWork(this.endpoint.webhookId, limit, [...this.inProgress.keys()]);
    if (!work || work.deliveries.length === 0) return undefined;
    this.failingForMs = work.failingForMs;
    for (const delivery of work.deliveries) {
      if (delivery.dueInMs > 0) return Math.min(delivery.dueInMs, maxWaitMs);
      this.inProgress.set(delivery.id, this.attempt(work, delivery));
    }
    return maxWaitMs;
  }

  private async attempt({ url, secrets }: EndpointWork, delivery: DueDelivery): Promise<void> {
    const { sender, retries } = this.deps;
    const { signal, wakeSignal } = this.endpoint;
    const { id, eventId, body } = delivery;
    const at = new Date();
    const headers = signWebhook({ eventId, body, at }, secrets);
    const result = await sender.send({ url, headers, body, signal });
    const durationMs = Date.now() - at.getTime();
    if (result.kind === 'aborted') this.inProgress.delete(id);
    else {
      const attempt = { at: at.toISOString(), ...attemptSummary(result), durationMs };
      this.finished.push({ id, result, attempt, outcome: outcomeOf(result, delivery, durationMs, retries) });
    }
    wakeSignal.notify();
  }

  private async saveFinished(): Promise<void> {
    const finished = this.finished.splice(0);
    if (finished.length === 0) return;
    await this.deps.outbox.saveResults(this.endpoint.webhookId, finished);
    for (const { id } of finished) this.inProgress.delete(id);
    await this.updateHealth(finished.map(({ result }) => result));
  }

  private async updateHealth(results: readonly WebhookResult[]): Promise<void> {
    const { outbox, retries } = this.deps;
    const { webhookId } = this.endpoint;
    if (results.some((result) => result.kind === 'response' && result.statusCode === 410)) return this.disable('gone');
    if (results.some(isDelivered)) {
      if (this.failingForMs > 0) await outbox.markHealthy(webhookId);
      this.failingForMs = 0;
    } else if (this.failingForMs >= retries.disableAfterMs) await this.disable('failing');
    else if (this.failingForMs === 0) await outbox.markFailing(webhookId);
  }

  private async disable(reason: 'gone' | 'failing'): Promise<void> {
    const { webhookId } = this.endpoint;
    await this.deps.outbox.disable(webhookId, reason);
    this.deps.log.warn({ webhookId, reason }, 'Webhook endpoint disabled');
  }
}

function outcomeOf(
  result: WebhookResult,
  { tries, sinceFirstMs }: DueDelivery,
  durationMs: number,
  retries: WebhookRetries,
): AttemptResult['outcome'] {
  if (isDelivered(result)) return 'delivered';
  const failed = {
    attempt: tries + 1,
    sinceFirstMs: tries === 0 ? 0 : sinceFirstMs + durationMs,
    retryAfterMs: result.kind === 'response' ? result.retryAfterMs : undefined,
    jitter: Math.random(),
  };
  const retryInMs = retryDelayMs(failed, retries);
  return retryInMs === undefined ? 'failed' : { retryInMs };
}

function isDelivered(result: WebhookResult): boolean {
  return result.kind === 'response' && result.statusCode >= 200 && result.statusCode < 300;
}

function attemptSummary(result: WebhookResult): { statusCode?: number; error?: string } {
  if (result.kind === 'aborted') return {};
  if (result.kind === 'unreachable') return { error: result.error };
  const { statusCode } = result;
  if (isDelivered(result)) return { statusCode };
  const hint = statusCode >= 300 && statusCode < 400 ? '; redirects are not followed' : '';
  return { statusCode, error: `The endpoint answered ${statusCode}${hint}.` };
}
