import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { campaignMessageKey } from '../../../domain/ids.ts';
import { timelineEntry } from '../../../domain/timeline.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { addTimelineEntries } from '../stores/timeline.ts';
import type { DueEmail } from './campaign-emails.ts';
import type { CampaignEmailRow, CampaignRow } from './rows.ts';

/**
 * Queues one e-mail of a campaign and adds it to the timeline of every store of the authorization, once. Without a
 * `messageId` there is nothing to send.
 */
export function queueCampaignEmail(
  database: Knex,
  vault: SecretVault,
  campaignId: string,
  { authorizationId, ask }: DueEmail,
  linkValidUntil: string,
): Promise<{ messageId?: string }> {
  return database.transaction(async (trx) => {
    const campaign = await trx<CampaignRow>('campaigns').where({ id: campaignId }).first();
    const store = await trx('stores')
      .where({ grant_id: authorizationId })
      .whereNotIn('status', ['deleted', 'disconnected'])
      .orderBy('id')
      .first<{ id: string } | undefined>('id');
    if (!campaign || !store) return {};
    const { reason } = campaign;
    const key = campaignMessageKey(campaignId, authorizationId, ask);
    const startsAt = campaign.starts_at.toISOString();
    const message = { kind: 'campaign', storeId: store.id, key, ask, reason, startsAt, linkValidUntil } as const;
    const { messageId } = await queueMessage(trx, vault, message);
    if (!messageId) return {};
    await trx<CampaignEmailRow>('campaign_asks')
      .where({ campaign_id: campaignId, grant_id: authorizationId, ask })
      .update({ message_id: messageId });
    const storeIds = await trx('message_stores')
      .where({ message_id: messageId })
      .orderBy('store_id')
      .pluck<string[]>('store_id');
    const entry = timelineEntry('campaign_asked', { email: ask, campaignReason: reason, linkValidUntil });
    await addTimelineEntries(
      trx,
      storeIds.map((storeId) => ({ storeId, key, ...entry })),
    );
    return { messageId };
  });
}
