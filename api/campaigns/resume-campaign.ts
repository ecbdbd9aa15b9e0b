import { resumeCampaign } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { steerCampaign } from './control-campaign.ts';

export function postCampaignResume(deps: ApiDeps) {
  return route(resumeCampaign, ({ params }) => steerCampaign(deps, params.id, 'resume'));
}
