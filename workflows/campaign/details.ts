/** What Temporal UI shows operators about a campaign; no personal data. */
import type { CampaignRound } from '../../activities/contract.ts';
import type { CampaignState } from '../../domain/campaign.ts';
import { markdownText } from '../../domain/markdown-text.ts';
import { formatUtc } from '../../locales/format-utc.ts';

const advice: Readonly<Record<CampaignState, string>> = {
  scheduled: 'Waiting for its start, when the list of sellers is fixed.',
  running: 'Nothing to do. `pauseRequested` stops its clock, `cancelRequested` ends it.',
  paused: 'Its clock is stopped. `resumeRequested` starts it again; everything moves by the length of the pause.',
  finished: 'Every seller has consented or has had a request and a reminder.',
  cancelled: 'Ended by an admin: no more requests are sent. Links that were sent still work.',
};

export function campaignDetails(name: string, state: CampaignState, round: CampaignRound | undefined): string {
  const counts = round && Object.entries(round.counts).map(([progress, count]) => `${count} ${progress}`);
  const next = state === 'running' ? round?.next : undefined;
  const lines = [
    `**${markdownText(name)}**: \`${state}\``,
    ...(counts ? [`Authorizations: ${counts.join(', ')}`] : []),
    ...(next ? [`Next: ${nextText(next)}`] : []),
    advice[state],
  ];
  return lines.join('\n\n');
}

function nextText({ what, inMs }: NonNullable<CampaignRound['next']>): string {
  const at = formatUtc(new Date(Date.now() + inMs).toISOString());
  return what === 'message' ? `request to a seller, ${at}` : `end of the campaign, ${at}`;
}
