import { previewCampaign } from '../contract/campaign-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function postCampaignPreview({ campaigns }: ApiDeps) {
  return route(previewCampaign, async ({ body }) => {
    const { stores, authorizations } = await campaigns.previewCampaign(body.stores);
    return { status: 200, body: { stores, authorizations, messages: authorizations, reminders: authorizations } };
  });
}
