import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findCampaign, toCampaign } from './campaign-view.ts';

export function getCampaign({ campaigns }: ApiDeps) {
  return route(contract.getCampaign, async ({ params }) => ({
    status: 200,
    body: toCampaign(await findCampaign(campaigns, params.id)),
  }));
}
