/** The rows as PostgreSQL's driver gives and takes them. */
import type { SellerMarketplace, StoreRequest } from '../../../api/ports.ts';
import type { StoreMessage } from '../../../activities/contract.ts';
import type { AlarmKind } from '../../../domain/alarms.ts';
import type { CampaignAsk } from '../../../domain/campaign.ts';
import type { Country, ProductIdType, Region } from '../../../domain/marketplaces.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { Role } from '../../../domain/roles.ts';
import type { RowOutcome, RowProblem } from '../../../domain/store-import.ts';
import type { NextStep } from '../../../domain/store-life.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import type { TimelineCode, Translations } from '../../../domain/timeline.ts';

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
  created_at: Date;
  updated_at: Date;
}

export interface GrantRow {
  id: string;
  selling_partner_id: string;
  region: Region;
  sealed_refresh_token: string | null;
  authorized_at: Date;
  expires_at: Date;
  checked_at: Date | null;
  unanswered_at: Date | null;
}

export interface ParticipationsRow {
  selling_partner_id: string;
  region: Region;
  participations: readonly SellerMarketplace[];
  seen_at: Date;
}

export interface ConnectLinkRow {
  id: string;
  token_hash: string;
  store_id: string;
  expires_at: Date;
}

export interface ConsentRow {
  id: string;
  state_hash: string;
  browser_hash: string;
  store_id: string;
  link_id: string | null;
  redirect_uri: string;
  expires_at: Date;
  received_at: Date | null;
  code_hash: string | null;
  selling_partner_id: string | null;
  sealed_code: string | null;
  sealed_refresh_token: string | null;
  delivered_at: Date | null;
  adopted_at: Date | null;
  outcome: 'connected' | Reason | null;
}

export interface TimelineRow {
  /** A bigint, as text. */
  id: string;
  store_id: string;
  key: string;
  at: Date;
  what: TimelineCode;
  text: string;
  translations: Translations | null;
  status: StoreStatus | null;
  reason: Reason | null;
}

export interface ImportRow {
  id: string;
  idempotency_key: string | null;
  fingerprint: string;
  accepted_at: Date | null;
  created_at: Date;
}

export interface ImportRowRow {
  import_id: string;
  line: number;
  name: string | null;
  store_id: string | null;
  request: StoreRequest | null;
  sealed_refresh_token: string | null;
  authorized_at: Date | null;
  outcome: RowOutcome;
  problem: RowProblem | null;
  settled_at: Date | null;
}

export type MessageContent =
  | { readonly kind: 'renewal'; readonly days: number; readonly expiresAt: string }
  | { readonly kind: 'connect_link' }
  | { readonly kind: 'connect_again'; readonly reason: Reason }
  | { readonly kind: 'campaign'; readonly ask: CampaignAsk; readonly reason: string; readonly startsAt: string };

export interface MessageRow {
  id: string;
  key: string;
  kind: StoreMessage['kind'];
  content: MessageContent;
  link_store_id: string;
  sealed_link_token: string | null;
  link_valid_until: Date;
  sent_at: Date | null;
  failed_at: Date | null;
}

export interface ApiTokenRow {
  id: string;
  token_hash: string;
  name: string;
  name_key: string;
  role: Role;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

export interface AlarmRow {
  id: string;
  kind: AlarmKind;
  subject: string;
  stage: string;
  params: Readonly<Record<string, string>>;
  calm_times: number;
  opened_at: Date;
  closed_at: Date | null;
}

export interface AlarmNoticeRow {
  id: string;
  alarm_id: string;
  event: 'opened' | 'closed';
  stage: string;
  params: Readonly<Record<string, string>>;
  queued_at: Date;
  dispatched_at: Date | null;
  sent_at: Date | null;
}

export interface CalendarLinkRow {
  id: string;
  token_hash: string;
  token_id: string | null;
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface ApplicationSecretRow {
  id: string;
  client_id: string;
  fingerprint: string;
  sealed_secret: string | null;
  source: 'environment' | 'api';
  verified: boolean;
  issued_at: Date;
  added_at: Date;
  replaced_at: Date | null;
}
