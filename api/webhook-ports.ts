/** What the API reads and writes of webhooks. Implemented in adapters/postgres and adapters/webhooks. */
import type { webhookTestType, WebhookType } from '../domain/webhook-events.ts';
import type { Page } from './ports.ts';

export const webhookDeliveryStatuses = ['pending', 'delivered', 'failed'] as const;
export type WebhookDeliveryStatus = (typeof webhookDeliveryStatuses)[number];

/** `gone`: it answered 410. `failing`: days of nothing but failures. */
export const webhookDisabledReasons = ['by_admin', 'gone', 'failing'] as const;
export type WebhookDisabledReason = (typeof webhookDisabledReasons)[number];

export interface WebhookSettings {
  readonly url: string;
  /** Undefined: all. */
  readonly types?: readonly WebhookType[];
  readonly description?: string;
}

export interface WebhookRecord extends WebhookSettings {
  readonly id: string;
  readonly enabled: boolean;
  readonly disabledReason?: WebhookDisabledReason;
  /** Since when every attempt has failed. */
  readonly failingSince?: string;
  /** Until when the secret before the newest signs as well. */
  readonly previousSecretUntil?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface WebhookWithSecret {
  readonly webhook: WebhookRecord;
  /** `whsec_…`; told this once. */
  readonly secret: string;
}

export interface WebhookAttempt {
  readonly at: string;
  /** Absent when there was no answer. */
  readonly statusCode?: number;
  /** What went wrong, as a sentence; absent when it was delivered. */
  readonly error?: string;
  readonly durationMs: number;
}

export interface WebhookDeliveryRecord {
  readonly id: string;
  /** The header `webhook-id`. */
  readonly eventId: string;
  readonly type: WebhookType | typeof webhookTestType;
  readonly storeId?: string;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: readonly WebhookAttempt[];
  /** Absent while it waits for an earlier one of its store, or for its endpoint to be enabled. */
  readonly nextAttemptAt?: string;
  /** When it was delivered or given up. */
  readonly settledAt?: string;
  readonly createdAt: string;
}

export interface WebhookEndpoints {
  addWebhook(settings: WebhookSettings): Promise<WebhookWithSecret>;
  /** Throws `InvalidCursor`. */
  listWebhooks(page: { limit: number; cursor?: string }): Promise<Page<WebhookRecord>>;
  findWebhook(webhookId: string): Promise<WebhookRecord | undefined>;
  /** Null takes a setting away. Enabling resumes what waits. */
  changeWebhook(
    webhookId: string,
    change: {
      url?: string;
      types?: readonly WebhookType[] | null;
      description?: string | null;
      enabled?: boolean;
    },
  ): Promise<WebhookRecord | undefined>;
  /** False when there was none. */
  removeWebhook(webhookId: string): Promise<boolean>;
  /** The secret so far goes on signing for `overlapMs`. */
  rotateSecret(webhookId: string, overlapMs: number): Promise<WebhookWithSecret | undefined>;
}

export interface WebhookDeliveries {
  /** Throws `InvalidCursor`. */
  listDeliveries(
    webhookId: string,
    query: { status?: readonly WebhookDeliveryStatus[]; limit: number; cursor?: string },
  ): Promise<Page<WebhookDeliveryRecord>>;
  /** Of all endpoints. */
  countByStatus(): Promise<ReadonlyMap<WebhookDeliveryStatus, number>>;
  /** Queues an event of the type `webhook.test` for this endpoint alone. */
  queueTest(webhookId: string): Promise<WebhookDeliveryRecord>;
  /** Sends it once more, with the same `webhook-id` and body. */
  replay(webhookId: string, deliveryId: string): Promise<WebhookDeliveryRecord | undefined>;
  /** Those that failed, of events since then; answers how many. */
  replayFailed(webhookId: string, since: string): Promise<number>;
}

export interface WebhookTargets {
  /** Why nothing may be sent to this address, as a sentence; undefined when it may. */
  whyRefused(url: string): Promise<string | undefined>;
}
