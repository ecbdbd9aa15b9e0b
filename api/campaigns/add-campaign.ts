import { randomUUID } from 'node:crypto';
import * as contract from '../contract/campaigns.ts';
import type { ApiDeps } from '../deps.ts';
import { describeChange } from '../http/audit-trail.ts';
import { bodyHash, idFromIdempotencyKey } from '../http/idempotency.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { findCampaign, toCampaign } from './campaign-view.ts';

/** Records the campaign, starts its workflow and answers with the campaign as it is then. */
export function addCampaign({ campaigns, temporal, publicUrl }: ApiDeps) {
  return route(contract.addCampaign, async ({ body, headers, request }) => {
    const idempotencyKey = headers['Idempotency-Key'];
    const campaignId = idempotencyKey === undefined ? randomUUID() : idFromIdempotencyKey('campaign', idempotencyKey);
    describeChange(request, { targetId: campaignId, changes: { name: { after: body.name } } });
    const inserted = await campaigns.insertCampaign({
      campaignId,
      idempotencyKey,
      fingerprint: bodyHash(body),
      request: { ...body, startsAt: body.startsAt ?? new Date().toISOString() },
    });
    if (inserted.kind === 'conflict') throw new Problem('idempotency_key_reused');
    // Once Temporal's retention has passed, starting again would run the campaign a second time.
    if (!(await campaigns.findCampaign(campaignId))) {
      await temporal.startCampaign({ v: 1, campaignId, name: body.name, startsAt: inserted.startsAt });
      await campaigns.markCampaignAccepted(campaignId);
    }
    return {
      status: 201,
      headers: { Location: `${publicUrl}/v1/campaigns/${campaignId}` },
      body: toCampaign(await findCampaign(campaigns, campaignId)),
    };
  });
}
