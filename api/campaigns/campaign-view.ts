import type { Campaign } from '../../adapters/postgres/campaigns/campaigns.ts';
import type { CampaignAuthorization } from '../../adapters/postgres/campaigns/list-campaign-authorizations.ts';
import { campaignWorkflowId } from '../../domain/ids.ts';
import { type Locale, messages } from '../../locales/index.ts';
import type { Campaign as CampaignBody, CampaignAuthorizationView } from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';

/** Field by field, so that internal fields never leak. */
export function toCampaign(campaign: Campaign): CampaignBody {
  const { planned, waiting, consented, skipped } = campaign.counts;
  const { country, website, status, authorizedBefore, ids } = campaign.stores;
  return {
    id: campaign.id,
    name: campaign.name,
    reason: campaign.reason,
    stores: {
      country: country && [...country],
      website,
      status: status && [...status],
      authorizedBefore,
      ids: ids && [...ids],
    },
    overDays: campaign.overDays,
    startsAt: campaign.startsAt,
    state: campaign.state,
    counts: {
      authorizations: planned + waiting + consented + skipped,
      planned,
      waiting,
      consented,
      skipped,
      messages: { ...campaign.messages },
    },
    nextMessageAt: campaign.nextMessageAt,
    endedAt: campaign.endedAt,
    workflowId: campaignWorkflowId(campaign.id),
    createdAt: campaign.createdAt,
    updatedAt: campaign.updatedAt,
  };
}

export function toCampaignAuthorization(
  authorization: CampaignAuthorization,
  locale: Locale,
): CampaignAuthorizationView {
  const { skipped } = authorization;
  return {
    id: authorization.id,
    sellerId: authorization.sellerId,
    region: authorization.region,
    state: authorization.state,
    stores: authorization.stores.map((store) => ({ ...store })),
    reason: skipped && { code: skipped, text: messages[locale].campaignSkipReasons[skipped] },
    askedAt: authorization.askedAt,
    remindedAt: authorization.remindedAt,
    consentedAt: authorization.consentedAt,
    message: authorization.message,
  };
}

/** @throws {Problem} 404 */
export async function findCampaign(campaigns: ApiDeps['campaigns'], id: string): Promise<Campaign> {
  const campaign = await campaigns.findCampaign(id);
  if (!campaign) throw new Problem('campaign_not_found', 'No campaign has this id.');
  return campaign;
}
