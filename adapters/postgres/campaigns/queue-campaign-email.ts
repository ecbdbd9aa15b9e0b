import type { Knex } from 'knex';
import type { DueAsk, SecretBox } from '../../../activities/ports.ts';
import { campaignMessageKey } from '../../../domain/ids.ts';
import { campaignNote } from '../../../domain/timeline.ts';
import type { CampaignAskRow, CampaignRow } from './rows.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { addTimelineEntries } from '../stores/timeline.ts';

/** Queues one message of a campaign and tells it on the timeline of every store that it speaks for; once per key. */
export function queueCampaignAsk(
  database: Knex,
  box: SecretBox,
  campaignId: string,
  { grantId, ask }: DueAsk,
  linkValidUntil: string,
): Promise<{ messageId?: string }> {
  return database.transaction(async (trx) => {
    const campaign = await trx<CampaignRow>('campaigns').where({ id: campaignId }).first();
    const asking = await trx('stores')
      .where({ grant_id: grantId })
      .whereNotIn('status', ['deleted', 'disconnected'])
      .orderBy('id')
      .first<{ id: string } | undefined>('id');
    if (!campaign || !asking) return {};
    const { reason } = campaign;
    const key = campaignMessageKey(campaignId, grantId, ask);
    const startsAt = campaign.starts_at.toISOString();
    const message = { kind: 'campaign', storeId: asking.id, key, ask, reason, startsAt, linkValidUntil } as const;
    const queued = await queueMessage(trx, box, message);
    if (!queued.messageId) return {};
    await trx<CampaignAskRow>('campaign_asks')
      .where({ campaign_id: campaignId, grant_id: grantId, ask })
      .update({ message_id: queued.messageId });
    const storeIds = await trx('message_stores')
      .where({ message_id: queued.messageId })
      .orderBy('store_id')
      .pluck<string[]>('store_id');
    const entry = campaignNote(ask, reason, linkValidUntil);
    await addTimelineEntries(
      trx,
      storeIds.map((storeId) => ({ storeId, key, ...entry })),
    );
    return queued;
  });
}
