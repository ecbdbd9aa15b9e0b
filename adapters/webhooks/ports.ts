/** What the dispatcher needs from the database. Implemented in adapters/postgres/webhooks. */
import type { WebhookAttempt } from '../../domain/webhook-delivery.ts';

export interface DueDelivery {
  readonly id: string;
  /** The `webhook-id` header. */
  readonly eventId: string;
  readonly body: string;
  /** Zero or less means now. */
  readonly dueInMs: number;
  /** The number of attempts since the delivery was queued or replayed. */
  readonly tries: number;
  /** The time since the first of these attempts. */
  readonly sinceFirstMs: number;
}

export interface EndpointWork {
  readonly url: string;
  /** Decrypted. Requests are signed with each of them. */
  readonly secrets: readonly [string, ...string[]];
  /** How long every attempt has failed; zero after a success. */
  readonly failingForMs: number;
  /** The oldest pending delivery of each store, the earliest due first. */
  readonly deliveries: readonly DueDelivery[];
}

export interface AttemptResult {
  readonly id: string;
  readonly attempt: WebhookAttempt;
  readonly outcome: 'delivered' | 'failed' | { readonly retryInMs: number };
}

export interface WebhookOutbox {
  /** Ids of enabled endpoints with pending deliveries. */
  listPendingEndpoints(): Promise<readonly string[]>;
  /** Undefined when the endpoint was disabled or deleted. `except`: ids of deliveries in progress. */
  loadWork(webhookId: string, limit: number, except: readonly string[]): Promise<EndpointWork | undefined>;
  saveResults(webhookId: string, results: readonly AttemptResult[]): Promise<void>;
  /** After a long failure, all pending deliveries become due at once. */
  markHealthy(webhookId: string): Promise<void>;
  markFailing(webhookId: string): Promise<void>;
  disable(webhookId: string, reason: 'gone' | 'failing'): Promise<void>;
  /** Deletes old deliveries, and fails those that have waited too long for a disabled endpoint. */
  prune(): Promise<void>;
}

/** A database session that holds locks on endpoints. PostgreSQL releases them when the session ends. */
export interface WebhookSession {
  tryLock(webhookId: string): Promise<boolean>;
  unlock(webhookId: string): Promise<void>;
  /** Ids of endpoints with new work; ends with the session. */
  readonly changedEndpoints: AsyncIterable<string>;
}

/** Runs `serve` in a session, and again in a new session whenever the session is lost. */
export type WithWebhookSession = (serve: (session: WebhookSession) => Promise<void>) => { close(): Promise<void> };
