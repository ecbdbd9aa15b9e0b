import { type CampaignState, isCampaignOver } from '../../domain/campaign.ts';
import { findCampaign, toCampaign } from './campaign-view.ts';
import type { ApiDeps } from '../deps.ts';
import type { CampaignSteering } from '../onboarding.ts';
import { waitUntil } from '../http/wait-until.ts';
import { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';

const timeoutMs = 1500;
const requestedStates: Readonly<Record<CampaignSteering, readonly CampaignState[]>> = {
  pause: ['paused'],
  resume: ['scheduled', 'running'],
  cancel: ['cancelled'],
};

/** Signals the workflow of a campaign and waits until its row shows the requested state: 200, or 202 after the timeout. */
export async function controlCampaign(
  { campaigns, temporal: onboarding }: Pick<ApiDeps, 'campaigns' | 'temporal'>,
  id: string,
  steering: CampaignSteering,
): Promise<Reply> {
  let campaign = await findCampaign(campaigns, id);
  const isDone = () => requestedStates[steering].includes(campaign.state);
  if (isDone()) return { status: 200, body: toCampaign(campaign) };
  requireNotOver(campaign.state);
  await onboarding.steerCampaign(id, steering);
  const done = await waitUntil(timeoutMs, async () => {
    campaign = await findCampaign(campaigns, id);
    return isDone() || isCampaignOver(campaign.state);
  });
  // It may have ended on its own or through another request in the meantime.
  if (!isDone()) requireNotOver(campaign.state);
  return { status: done ? 200 : 202, body: toCampaign(campaign) };
}

function requireNotOver(state: CampaignState): void {
  if (isCampaignOver(state)) throw new Problem('campaign_over', `The campaign is ${state} and cannot be changed.`);
}
