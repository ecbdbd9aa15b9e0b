import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findCampaign, toCampaignAuthorization } from './campaign-view.ts';

export function listCampaignAuthorizations({ campaigns }: ApiDeps) {
  return route(contract.listCampaignAuthorizations, async ({ params, query, locale }) => {
    const { id } = await findCampaign(campaigns, params.id);
    const { items, nextCursor } = await campaigns.listCampaignAuthorizations(id, query);
    return { status: 200, body: { items: items.map((item) => toCampaignAuthorization(item, locale)), nextCursor } };
  });
}
