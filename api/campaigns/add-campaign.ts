import { randomUUID } from 'node:crypto';
import { findCampaign, toCampaign } from './campaign-view.ts';
import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyHash, idFromIdempotencyKey } from '../http/idempotency.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

/** Note the request → start its workflow → the campaign as it is then. */
export function addCampaign({ campaigns, onboarding, publicUrl }: ApiDeps) {
  return route(contract.addCampaign, async ({ body, headers }) => {
    const idempotencyKey = headers['Idempotency-Key'];
    const campaignId = idempotencyKey === undefined ? randomUUID() : idFromIdempotencyKey('campaign', idempotencyKey);
    const noted = await campaigns.insertCampaign({
      campaignId,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      fingerprint: bodyHash(body),
      request: { ...body, startsAt: body.startsAt ?? new Date().toISOString() },
    });
    if (noted.kind === 'conflict') throw new Problem('idempotency_key_reused');
    // A repeated request whose campaign is known needs no start, and after years Temporal would make another one.
    if (!(await campaigns.findCampaign(campaignId))) {
      await onboarding.startCampaign({ v: 1, campaignId, name: body.name, startsAt: noted.startsAt });
      await campaigns.markCampaignAccepted(campaignId);
    }
    const headersOfAnswer = { Location: `${publicUrl}/v1/campaigns/${campaignId}` };
    return { status: 201, headers: headersOfAnswer, body: toCampaign(await findCampaign(campaigns, campaignId)) };
  });
}
