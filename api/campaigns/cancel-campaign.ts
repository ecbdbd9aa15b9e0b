import { cancelCampaign } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { steerCampaign } from './control-campaign.ts';

export function postCampaignCancel(deps: ApiDeps) {
  return route(cancelCampaign, ({ params }) => steerCampaign(deps, params.id, 'cancel'));
}
