import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { controlCampaign } from './control-campaign.ts';

export function pauseCampaign(deps: ApiDeps) {
  return route(contract.pauseCampaign, ({ params }) => controlCampaign(deps, params.id, 'pause'));
}
