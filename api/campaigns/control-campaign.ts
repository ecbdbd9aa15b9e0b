import { type CampaignState, isCampaignOver } from '../../domain/campaign.ts';
import { cancelRequested, pauseRequested, resumeRequested } from '../../workflows/messages.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';
import { waitUntil } from '../http/wait-until.ts';
import { findCampaign, toCampaign } from './campaign-view.ts';

const timeoutMs = 1500;
/** The signal of each command, and the states that it leads to. */
const commands = {
  pause: { signal: pauseRequested, states: ['paused'] },
  resume: { signal: resumeRequested, states: ['scheduled', 'running'] },
  cancel: { signal: cancelRequested, states: ['cancelled'] },
} as const satisfies Record<string, { signal: unknown; states: readonly CampaignState[] }>;

/** Signals the workflow of a campaign and waits until its row shows the requested state: 200, or 202 after the timeout. */
export async function controlCampaign(
  { campaigns, temporal }: Pick<ApiDeps, 'campaigns' | 'temporal'>,
  id: string,
  command: keyof typeof commands,
): Promise<Reply> {
  let campaign = await findCampaign(campaigns, id);
  const { signal, states } = commands[command];
  const isDone = () => states.some((state) => state === campaign.state);
  if (isDone()) return { status: 200, body: toCampaign(campaign) };
  requireNotOver(campaign.state);
  await temporal.signalCampaign(id, signal);
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
