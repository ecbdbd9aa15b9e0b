/** The rows of campaigns as PostgreSQL's driver gives and takes them. */
import type { CampaignStores } from '../../../api/campaign-ports.ts';
import type { CampaignAsk, CampaignState } from '../../../domain/campaign.ts';

export interface CampaignRow {
  id: string;
  idempotency_key: string | null;
  fingerprint: string;
  name: string;
  reason: string;
  stores: CampaignStores;
  over_days: number;
  starts_at: Date;
  accepted_at: Date | null;
  planned_at: Date | null;
  state: CampaignState;
  next_message_at: Date | null;
  ended_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface CampaignAskRow {
  campaign_id: string;
  grant_id: string;
  ask: CampaignAsk;
  /** A bigint, as text. */
  after_ms: string;
  message_id: string | null;
  done_at: Date | null;
}
