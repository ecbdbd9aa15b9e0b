import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { toCampaign } from './campaign-view.ts';

export function listCampaigns({ campaigns }: ApiDeps) {
  return route(contract.listCampaigns, async ({ query }) => {
    const { items, nextCursor } = await campaigns.listCampaigns(query);
    return { status: 200, body: { items: items.map(toCampaign), nextCursor } };
  });
}
