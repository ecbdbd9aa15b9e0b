import { toCampaign } from './campaign-view.ts';
import { listCampaigns } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getCampaigns({ campaigns }: ApiDeps) {
  return route(listCampaigns, async ({ query }) => {
    const { items, nextCursor } = await campaigns.listCampaigns(query);
    return { status: 200, body: { items: items.map(toCampaign), nextCursor } };
  });
}
