import { findCampaign, toCampaign } from './campaign-view.ts';
import { getCampaign as operation } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCampaign({ campaigns }: ApiDeps) {
  return route(operation, async ({ params }) => ({
    status: 200,
    body: toCampaign(await findCampaign(campaigns, params.id)),
  }));
}
