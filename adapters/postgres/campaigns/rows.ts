/** Rows as PostgreSQL's driver reads and writes them. */
import type { CampaignEmail, CampaignState } from '../../../domain/campaign.ts';
import type { CampaignStores } from './members.ts';

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

/** One e-mail of a campaign to a seller, in the table `campaign_asks`. */
export interface CampaignEmailRow {
  campaign_id: string;
  grant_id: string;
  ask: CampaignEmail;
  /** A bigint, as text. */
  after_ms: string;
  message_id: string | null;
  done_at: Date | null;
}
