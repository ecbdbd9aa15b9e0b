/** Rows as PostgreSQL's driver reads and writes them. */
import type { ActorKind, ActorName } from '../../../domain/actors.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import type { LegacyTimelineEntry, TimelineCode, TimelineEntry } from '../../../domain/timeline.ts';

export interface StoreRequestRow {
  store_id: string;
  idempotency_key: string | null;
  fingerprint: string;
  request: StoreRequest;
  name_key: string;
  accepted_at: Date | null;
  recorded_at: Date | null;
  refused: Reason | null;
  /** Null in rows older than 0.3.0. */
  requested_by: ActorName | null;
  created_at: Date;
}

export interface TimelineRow {
  /** A bigint, as text. */
  id: string;
  store_id: string;
  key: string;
  at: Date;
  what: TimelineCode;
  text: string;
  translations: LegacyTimelineEntry['translations'] | null;
  /** Null in rows older than 0.3.0. */
  params: TimelineEntry['params'] | null;
  status: StoreStatus | null;
  reason: Reason | null;
  actor_kind: ActorKind | null;
  actor: string | null;
}
