import { findCampaign, toCampaignAuthorization } from './campaign-view.ts';
import { listCampaignAuthorizations } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCampaignAuthorizations({ campaigns }: ApiDeps) {
  return route(listCampaignAuthorizations, async ({ params, query, locale }) => {
    const { id } = await findCampaign(campaigns, params.id);
    const { items, nextCursor } = await campaigns.listCampaignAuthorizations(id, query);
    return { status: 200, body: { items: items.map((each) => toCampaignAuthorization(each, locale)), nextCursor } };
  });
}
