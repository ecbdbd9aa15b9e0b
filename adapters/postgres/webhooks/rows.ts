/** Rows as PostgreSQL's driver reads and writes them. */
import type { WebhookAttempt, WebhookDeliveryStatus, WebhookDisabledReason } from '../../../domain/webhook-delivery.ts';
import type { webhookTestType, WebhookType } from '../../../domain/webhook-events.ts';

export interface WebhookRow {
  id: string;
  url: string;
  types: WebhookType[] | null;
  description: string | null;
  enabled: boolean;
  disabled_reason: WebhookDisabledReason | null;
  sealed_secret: string;
  sealed_previous_secret: string | null;
  previous_secret_until: Date | null;
  failing_since: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface WebhookEventRow {
  id: string;
  key: string;
  type: WebhookType | typeof webhookTestType;
  store_id: string | null;
  body: string;
  created_at: Date;
}

export interface WebhookDeliveryRow {
  /** A bigint, as text. */
  id: string;
  webhook_id: string;
  event_id: string;
  store_id: string | null;
  status: WebhookDeliveryStatus;
  attempts: WebhookAttempt[];
  tries: number;
  tried_since: Date | null;
  next_attempt_at: Date;
  queued_at: Date;
  settled_at: Date | null;
}
