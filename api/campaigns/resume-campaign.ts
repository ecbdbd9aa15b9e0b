import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { controlCampaign } from './control-campaign.ts';

export function resumeCampaign(deps: ApiDeps) {
  return route(contract.resumeCampaign, ({ params }) => controlCampaign(deps, params.id, 'resume'));
}
