/** What Temporal UI shows of a campaign, for operators: numbers and plain words, nothing about a person. */
import type { CampaignRound } from '../../activities/contract.ts';
import type { CampaignState } from '../../domain/campaign.ts';
import { moment } from '../../domain/timeline.ts';

const advice: Readonly<Record<CampaignState, string>> = {
  scheduled: 'Waits for its start. Whom it asks is fixed then.',
  running: 'Nothing to do. `pauseRequested` stops its clock, `cancelRequested` ends it.',
  paused: 'Its clock stands still. `resumeRequested` lets it go on, with everything as much later.',
  finished: 'Everybody has agreed or has had a request and a reminder.',
  cancelled: 'Ended by an admin: nobody is asked any more. Links that were sent still work.',
};

export function campaignDetails(name: string, state: CampaignState, round: CampaignRound | undefined): string {
  const counts = round && Object.entries(round.counts).map(([progress, count]) => `${count} ${progress}`);
  const next = state === 'running' ? round?.next : undefined;
  const lines = [
    `**${name}**: \`${state}\``,
    ...(counts ? [`Authorizations: ${counts.join(', ')}`] : []),
    ...(next ? [`Next: ${nextText(next)}`] : []),
    advice[state],
  ];
  return lines.join('\n\n');
}

function nextText({ what, inMs }: NonNullable<CampaignRound['next']>): string {
  const at = moment(new Date(Date.now() + inMs).toISOString());
  return what === 'message' ? `the next seller is asked, ${at}` : `the end, ${at}`;
}
