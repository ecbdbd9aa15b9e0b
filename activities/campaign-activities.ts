import type { Repositories } from '../adapters/postgres/index.ts';
import { delayUntilDueMs, reminderDelayMs } from '../domain/campaign.ts';
import type { CampaignActivities, CampaignRound } from './contract.ts';
import type { WorkflowStarter } from './ports.ts';

/** So few that a round ends well within the timeout of its activity. */
const maxEmailsPerRound = 20;

export interface CampaignActivityDeps {
  readonly campaigns: Pick<
    Repositories['campaigns'],
    'startCampaign' | 'recordConsents' | 'listDueEmails' | 'queueEmail' | 'closeEmail' | 'readPlan' | 'recordCampaign'
  >;
  readonly temporal: Pick<WorkflowStarter, 'deliverMessage'>;
}

/** `yearMs`: length of an authorization's year, which scales the days of a campaign. */
export function createCampaignActivities(deps: CampaignActivityDeps, yearMs: number): CampaignActivities {
  const { campaigns } = deps;
  return {
    startCampaign: (campaignId) => campaigns.startCampaign(campaignId, yearMs),
    askDueSellers: ({ campaignId, clockMs }) => runCampaignRound(deps, campaignId, clockMs, reminderDelayMs(yearMs)),
    recordCampaignState: ({ campaignId, state }) => campaigns.recordCampaign(campaignId, state),
  };
}

async function runCampaignRound(
  deps: CampaignActivityDeps,
  campaignId: string,
  clockMs: number,
  reminderMs: number,
): Promise<CampaignRound> {
  const { campaigns } = deps;
  await campaigns.recordConsents(campaignId);
  const sent = await sendDueEmails(deps, campaignId, clockMs, reminderMs);
  const { counts, nextAfterMs, lastAfterMs } = await campaigns.readPlan(campaignId);
  if (nextAfterMs !== undefined) {
    const inMs = delayUntilDueMs(clockMs, nextAfterMs, sent);
    await campaigns.recordCampaign(campaignId, 'running', isoIn(inMs));
    return { counts, next: { what: 'message', inMs, wakeInMs: wakeInMs(inMs, reminderMs) } };
  }
  const inMs = lastAfterMs + reminderMs - clockMs;
  await campaigns.recordCampaign(campaignId, 'running');
  if (counts.waiting === 0 || inMs <= 0) return { counts };
  return { counts, next: { what: 'wait', inMs, wakeInMs: wakeInMs(inMs, reminderMs) } };
}

/** Returns how many e-mails were sent. */
async function sendDueEmails(
  { campaigns, temporal }: CampaignActivityDeps,
  campaignId: string,
  clockMs: number,
  reminderMs: number,
): Promise<number> {
  let sent = 0;
  for (const due of await campaigns.listDueEmails(campaignId, clockMs, maxEmailsPerRound)) {
    // A link is valid until the reminder brings the next one, or until the end.
    const { messageId } = await campaigns.queueEmail(campaignId, due, isoIn(reminderMs));
    if (messageId) {
      await temporal.deliverMessage(messageId);
      sent += 1;
    }
    // Last, so that the next attempt finds an e-mail that was queued but not sent.
    await campaigns.closeEmail(campaignId, due, due.ask === 'first' ? clockMs + reminderMs : undefined);
  }
  return sent;
}

/** New consents are looked up at least once a day of the campaign's scaled week. */
function wakeInMs(inMs: number, reminderMs: number): number {
  return Math.min(inMs, Math.max(1, Math.round(reminderMs / 7)));
}

function isoIn(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}
