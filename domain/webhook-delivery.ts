export const webhookDeliveryStatuses = ['pending', 'delivered', 'failed'] as const;
export type WebhookDeliveryStatus = (typeof webhookDeliveryStatuses)[number];

/** `gone`: the endpoint answered 410. `failing`: every attempt has failed for days. */
export const webhookDisabledReasons = ['by_admin', 'gone', 'failing'] as const;
export type WebhookDisabledReason = (typeof webhookDisabledReasons)[number];

export interface WebhookAttempt {
  readonly at: string;
  /** Absent when there was no response. */
  readonly statusCode?: number;
  /** Why it failed, as a sentence; absent when it was delivered. */
  readonly error?: string;
  readonly durationMs: number;
}
