import { campaignPauseMs, waitMs } from '../domain/campaign.ts';
import type { CampaignActivities } from './contract.ts';
import type { CampaignRecords, DispatchMessage } from './ports.ts';

/** So few that a round ends well within its time. */
const asksPerRound = 20;

/** `yearMs`: length of an authorization's year, which the days of a campaign follow. */
export function createCampaignActivities(
  { campaigns, dispatchMessage }: { readonly campaigns: CampaignRecords; readonly dispatchMessage: DispatchMessage },
  yearMs: number,
): CampaignActivities {
  const pauseMs = campaignPauseMs(yearMs);
  const isoIn = (ms: number) => new Date(Date.now() + ms).toISOString();

  return {
    startCampaign: (campaignId) => campaigns.startCampaign(campaignId, yearMs),

    async askDueSellers({ campaignId, clockMs }) {
      await campaigns.settleAsks(campaignId);
      const due = await campaigns.listDueAsks(campaignId, clockMs, asksPerRound);
      let messagesLeft = 0;
      for (const each of due) {
        // A link works until the reminder brings another, or until the end.
        const { messageId } = await campaigns.queueAsk(campaignId, each, isoIn(pauseMs));
        if (messageId) {
          await dispatchMessage(messageId);
          messagesLeft += 1;
        }
        // Last: what was queued and not sent off is found again by the next attempt.
        await campaigns.markAsked(campaignId, each, each.ask === 'first' ? clockMs + pauseMs : undefined);
      }
      const { counts, nextAfterMs, lastAfterMs } = await campaigns.readPlan(campaignId);
      const isAsking = nextAfterMs !== undefined;
      const inMs = isAsking ? waitMs(clockMs, nextAfterMs, messagesLeft) : lastAfterMs + pauseMs - clockMs;
      await campaigns.recordCampaign(campaignId, 'running', isAsking ? isoIn(inMs) : undefined);
      if (!isAsking && (counts.waiting === 0 || inMs <= 0)) return { counts };
      const wakeInMs = Math.min(inMs, Math.max(1, Math.round(pauseMs / 7)));
      return { counts, next: { what: isAsking ? 'message' : 'wait', inMs, wakeInMs } };
    },

    recordCampaignState: ({ campaignId, state }) => campaigns.recordCampaign(campaignId, state),
  };
}
