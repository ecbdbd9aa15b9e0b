import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function previewCampaign({ campaigns }: ApiDeps) {
  return route(contract.previewCampaign, async ({ body }) => {
    const { stores, authorizations } = await campaigns.previewCampaign(body.stores);
    return { status: 200, body: { stores, authorizations, messages: authorizations, reminders: authorizations } };
  });
}
