import { type CampaignState, isCampaignOver } from '../../domain/campaign.ts';
import { findCampaign, toCampaign } from './campaign-view.ts';
import type { ApiDeps } from '../deps.ts';
import type { CampaignSteering } from '../onboarding.ts';
import { waitUntil } from '../http/wait-until.ts';
import { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';

const patienceMs = 1500;
const wanted: Readonly<Record<CampaignSteering, readonly CampaignState[]>> = {
  pause: ['paused'],
  resume: ['scheduled', 'running'],
  cancel: ['cancelled'],
};

/** Tells a campaign's workflow and waits a moment for the read model to show it: 200 when it does, else 202. */
export async function controlCampaign(
  { campaigns, onboarding }: Pick<ApiDeps, 'campaigns' | 'onboarding'>,
  id: string,
  steering: CampaignSteering,
): Promise<Reply> {
  let now = await findCampaign(campaigns, id);
  const isDone = () => wanted[steering].includes(now.state);
  if (isDone()) return { status: 200, body: toCampaign(now) };
  refuseOver(now.state);
  await onboarding.steerCampaign(id, steering);
  const done = await waitUntil(patienceMs, async () => {
    now = await findCampaign(campaigns, id);
    return isDone() || isCampaignOver(now.state);
  });
  // It may have ended by itself, or by somebody else, in the same moment.
  if (!isDone()) refuseOver(now.state);
  return { status: done ? 200 : 202, body: toCampaign(now) };
}

function refuseOver(state: CampaignState): void {
  if (isCampaignOver(state)) throw new Problem('campaign_over', `The campaign is ${state} and cannot be changed.`);
}
