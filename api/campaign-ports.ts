/** What the API reads and writes of campaigns beside Temporal. Implemented in adapters/postgres. */
import type { CampaignProgress, CampaignState, campaignStoreStatuses } from '../domain/campaign.ts';
import type { Country, Region } from '../domain/marketplaces.ts';
import type { StoreStatus } from '../domain/store-status.ts';
import type { Page } from './ports.ts';

/** Which stores a campaign concerns; what is absent does not matter. */
export interface CampaignStores {
  readonly country?: readonly Country[];
  readonly website?: string;
  readonly status?: readonly (typeof campaignStoreStatuses)[number][];
  /** Only authorizations given before this, ISO 8601. */
  readonly authorizedBefore?: string;
  readonly ids?: readonly string[];
}

export interface CampaignRequest {
  readonly name: string;
  readonly reason: string;
  readonly stores: CampaignStores;
  readonly overDays: number;
  readonly startsAt: string;
}

export interface CampaignRecord extends CampaignRequest {
  readonly id: string;
  readonly state: CampaignState;
  /** Of authorizations: all zero until it has started. */
  readonly counts: Readonly<Record<CampaignProgress, number>>;
  readonly messages: { readonly sent: number; readonly queued: number; readonly failed: number };
  readonly nextMessageAt?: string;
  readonly endedAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Why somebody is not asked: agreed before, nothing left to ask for, or the campaign was ended first. */
export type SkipReason = 'renewed' | 'stores_gone' | 'cancelled';

export interface CampaignAuthorization {
  readonly id: string;
  readonly sellerId: string;
  readonly region: Region;
  readonly state: CampaignProgress;
  readonly stores: readonly {
    readonly id: string;
    readonly name: string;
    readonly country: Country;
    readonly website: string;
    readonly status: StoreStatus;
  }[];
  readonly skipped?: SkipReason;
  readonly askedAt?: string;
  readonly remindedAt?: string;
  readonly consentedAt?: string;
  /** Of the last message. */
  readonly message?: 'queued' | 'sent' | 'failed';
}

export interface CampaignPreview {
  readonly stores: number;
  readonly authorizations: number;
}

export interface Campaigns {
  /**
   * Notes a campaign before its workflow is started. `fingerprint`: hash of the body; the same key with another
   * fingerprint is a `conflict`. Noted again, it keeps the start it had.
   */
  noteCampaign(input: {
    campaignId: string;
    idempotencyKey?: string;
    fingerprint: string;
    request: CampaignRequest;
  }): Promise<{ kind: 'noted'; startsAt: string } | { kind: 'conflict' }>;
  /** Temporal has it: from here on it is seen. */
  markCampaignAccepted(campaignId: string): Promise<void>;
  previewCampaign(stores: CampaignStores): Promise<CampaignPreview>;
  /** The newest first. Throws `InvalidCursor`. */
  listCampaigns(page: { limit: number; cursor?: string }): Promise<Page<CampaignRecord>>;
  findCampaign(id: string): Promise<CampaignRecord | undefined>;
  /** In the order of their turns. Throws `InvalidCursor`. */
  listCampaignAuthorizations(
    campaignId: string,
    query: { state?: readonly CampaignProgress[]; limit: number; cursor?: string },
  ): Promise<Page<CampaignAuthorization>>;
}
