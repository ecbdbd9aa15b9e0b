import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { addCampaign } from './add-campaign.ts';
import { cancelCampaign } from './cancel-campaign.ts';
import { getCampaign } from './get-campaign.ts';
import { listCampaignAuthorizations } from './list-campaign-authorizations.ts';
import { listCampaigns } from './list-campaigns.ts';
import { pauseCampaign } from './pause-campaign.ts';
import { previewCampaign } from './preview-campaign.ts';
import { resumeCampaign } from './resume-campaign.ts';

export function campaignRoutes(deps: ApiDeps): readonly Route[] {
  return [
    addCampaign(deps),
    listCampaigns(deps),
    // Before `/v1/campaigns/{id}`, which would match it as well.
    previewCampaign(deps),
    getCampaign(deps),
    listCampaignAuthorizations(deps),
    pauseCampaign(deps),
    resumeCampaign(deps),
    cancelCampaign(deps),
  ];
}
