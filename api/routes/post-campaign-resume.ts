import { resumeCampaign } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../route.ts';
import { steerCampaign } from '../steer-campaign.ts';

export function postCampaignResume(deps: ApiDeps) {
  return route(resumeCampaign, ({ params }) => steerCampaign(deps, params.id, 'resume'));
}
