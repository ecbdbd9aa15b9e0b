import { pauseCampaign } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { steerCampaign } from './control-campaign.ts';

export function postCampaignPause(deps: ApiDeps) {
  return route(pauseCampaign, ({ params }) => steerCampaign(deps, params.id, 'pause'));
}
