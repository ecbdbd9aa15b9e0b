/** What the delivery of webhooks needs of the database. Implemented in adapters/postgres. */
import type { WebhookAttempt } from '../../api/webhook-ports.ts';

export interface DueDelivery {
  readonly id: string;
  /** The header `webhook-id`. */
  readonly eventId: string;
  readonly body: string;
  /** Zero or less: now. */
  readonly dueInMs: number;
  /** Attempts of this round so far, and how long ago the first was. */
  readonly tries: number;
  readonly sinceFirstMs: number;
}

export interface EndpointWork {
  readonly url: string;
  /** Decrypted; each of them signs. */
  readonly secrets: readonly [string, ...string[]];
  /** How long every attempt has failed; zero while they succeed. */
  readonly failingForMs: number;
  /** The first of each store, the earliest first. */
  readonly deliveries: readonly DueDelivery[];
}

export interface AttemptResult {
  readonly id: string;
  readonly attempt: WebhookAttempt;
  readonly outcome: 'delivered' | 'failed' | { readonly retryInMs: number };
}

export interface WebhookOutbox {
  /** Enabled endpoints that something waits for. */
  listWaiting(): Promise<readonly string[]>;
  /** Undefined when the endpoint was disabled or removed. `except`: deliveries under way. */
  loadWork(webhookId: string, limit: number, except: readonly string[]): Promise<EndpointWork | undefined>;
  noteResults(webhookId: string, results: readonly AttemptResult[]): Promise<void>;
  /** It answers: what waits because of a longer failure is due at once. */
  markAnswering(webhookId: string): Promise<void>;
  markFailing(webhookId: string): Promise<void>;
  disable(webhookId: string, reason: 'gone' | 'failing'): Promise<void>;
  /** Removes what is old, and gives up what has waited too long for a disabled endpoint. */
  tidy(): Promise<void>;
}

/** One connection that shares the endpoints out: whoever has the turn of one is alone with it while the session lives. */
export interface WebhookSession {
  takeTurn(webhookId: string): Promise<boolean>;
  giveBackTurn(webhookId: string): Promise<void>;
  /** Ids of endpoints that something has changed for; ends with the session. */
  readonly wakes: AsyncIterable<string>;
}

/** Opens a session, and another one whenever it is lost. */
export type KeepWebhookSession = (live: (session: WebhookSession) => Promise<void>) => { close(): Promise<void> };
