import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { SecretVaultError } from '../../activities/ports.ts';
import { webhookRetries } from '../../domain/webhook-retries.ts';
import { type DeliveryDeps, deliverToEndpoint } from './deliver-to-endpoint.ts';
import type { WebhookSession, WithWebhookSession } from './ports.ts';
import { WakeSignal } from './wake-signal.ts';

export interface WebhookDispatcherDeps extends Omit<DeliveryDeps, 'retries'> {
  readonly withSession: WithWebhookSession;
  /** Default: the delays of `webhookRetries`. */
  readonly retries?: DeliveryDeps['retries'];
}

interface ActiveEndpoint {
  readonly wakeSignal: WakeSignal;
  readonly aborting: AbortController;
  readonly ended: Promise<void>;
}

const pollIntervalMs = 2000;
const pruneIntervalMs = 3_600_000;
const retryAfterErrorMs = 5000;
/** A new secret of the endpoint ends this wait. */
const retryUnreadableMs = 60_000;
/** Limits how long an endpoint that hangs delays a shutdown. The next process sends aborted deliveries again. */
const drainTimeoutMs = 3000;

/**
 * Delivers pending webhooks from the outbox. Any number of processes may run it: a lock assigns each endpoint to one of
 * them. Notifications wake it; polling finds what other processes left behind.
 */
export function startWebhookDispatcher(deps: WebhookDispatcherDeps): { close(): Promise<void> } {
  return new WebhookDispatcher(deps);
}

class WebhookDispatcher {
  private readonly deps: DeliveryDeps;
  private readonly endpoints = new Map<string, ActiveEndpoint>();
  private readonly connection: { close(): Promise<void> };
  private readonly pruning: NodeJS.Timeout;
  private isStopping = false;

  constructor({ withSession, retries = webhookRetries, ...deps }: WebhookDispatcherDeps) {
    this.deps = { ...deps, retries };
    this.connection = withSession((session) => this.serveSession(session));
    this.pruning = setInterval(() => void this.prune(), pruneIntervalMs);
    void this.prune();
  }

  async close(): Promise<void> {
    clearInterval(this.pruning);
    this.isStopping = true;
    for (const { wakeSignal } of this.endpoints.values()) wakeSignal.notify();
    await Promise.race([this.allEnded(), delay(drainTimeoutMs, undefined, { ref: false })]);
    this.abortAll();
    await this.allEnded();
    await this.connection.close();
  }

  private async serveSession(session: WebhookSession): Promise<void> {
    const polling = setInterval(() => void this.poll(session), pollIntervalMs);
    try {
      await this.poll(session);
      for await (const webhookId of session.changedEndpoints) this.wake(session, webhookId);
    } finally {
      clearInterval(polling);
      // The locks ended with the session, so another process may be serving these endpoints already.
      this.abortAll();
      await this.allEnded();
    }
  }

  private async poll(session: WebhookSession): Promise<void> {
    try {
      for (const webhookId of await this.deps.outbox.listPendingEndpoints())
        if (!this.endpoints.has(webhookId)) this.wake(session, webhookId);
    } catch (error) {
      this.deps.log.warn({ err: error }, 'Webhook outbox could not be read');
    }
  }

  private wake(session: WebhookSession, webhookId: string): void {
    const active = this.endpoints.get(webhookId);
    if (active) return active.wakeSignal.notify();
    if (this.isStopping) return;
    const wakeSignal = new WakeSignal();
    const aborting = new AbortController();
    // Every delivery in progress adds a listener.
    setMaxListeners(0, aborting.signal);
    const ended = this.serveEndpoint(session, webhookId, wakeSignal, aborting).then((mayContinue) => {
      this.endpoints.delete(webhookId);
      // A notification that arrived after the last check for work.
      if (mayContinue && wakeSignal.consume()) this.wake(session, webhookId);
    });
    this.endpoints.set(webhookId, { wakeSignal, aborting, ended });
  }

  /** False when the endpoint is locked by another process, was aborted or had an error. */
  private async serveEndpoint(
    session: WebhookSession,
    webhookId: string,
    wakeSignal: WakeSignal,
    aborting: AbortController,
  ): Promise<boolean> {
    let isAborted = false;
    try {
      if (!(await session.tryLock(webhookId))) return false;
      try {
        const { signal } = aborting;
        await deliverToEndpoint(this.deps, { webhookId, wakeSignal, signal, isStopping: () => this.isStopping });
      } finally {
        isAborted = aborting.signal.aborted;
        // After an error, attempts may still be in progress.
        aborting.abort();
        await session.unlock(webhookId);
      }
      return !isAborted;
    } catch (error) {
      if (isAborted) return false;
      this.deps.log.warn({ err: error, webhookId }, 'Webhook endpoint could not be served');
      wakeSignal.consume();
      const retryAfterMs = error instanceof SecretVaultError ? retryUnreadableMs : retryAfterErrorMs;
      if (!this.isStopping) await wakeSignal.wait(retryAfterMs);
      return false;
    }
  }

  private async prune(): Promise<void> {
    await this.deps.outbox
      .prune()
      .catch((error: unknown) => this.deps.log.warn({ err: error }, 'Old webhook deliveries could not be deleted'));
  }

  private abortAll(): void {
    for (const { wakeSignal, aborting } of this.endpoints.values()) {
      aborting.abort();
      wakeSignal.notify();
    }
  }

  private async allEnded(): Promise<void> {
    await Promise.all([...this.endpoints.values()].map(({ ended }) => ended));
  }
}
