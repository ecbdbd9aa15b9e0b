/** Rows as PostgreSQL's driver reads and writes them. */
import type { Country, ProductIdType } from '../../../domain/marketplaces.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { NextStep } from '../../../domain/store-life.ts';
import type { CarriedState } from '../../../domain/store-restart.ts';
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
  created_at: Date;
}

export interface StoreRow {
  id: string;
  website: string;
  email: string | null;
  second_email: string | null;
  name: string;
  name_key: string;
  country: Country;
  product_id_type: ProductIdType | null;
  attribute_code: string | null;
  status: StoreStatus;
  status_since: Date;
  enabled: boolean;
  set_up: boolean;
  reason: Reason | null;
  seller_id: string | null;
  grant_id: string | null;
  authorized_at: Date | null;
  expires_at: Date | null;
  next_what: NextStep['what'] | null;
  next_at: Date | null;
  changed_at: Date | null;
  workflow_state: CarriedState | null;
  /** The change that `workflow_state` belongs to. */
  workflow_state_at: Date | null;
  created_at: Date;
  updated_at: Date;
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
}
