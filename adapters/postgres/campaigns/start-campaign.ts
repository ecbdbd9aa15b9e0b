import type { Knex } from 'knex';
import { scheduleReminders } from '../../../domain/campaign.ts';
import { matchingStores } from './members.ts';
import type { CampaignRow } from './rows.ts';

const rowsPerInsert = 1000;

/**
 * Fixes the sellers of a campaign and their e-mails, once: every authorization of a matching store, with all the stores
 * that share it. `yearMs`: length of a year, which the days of the campaign are scaled to.
 */
export function startCampaign(database: Knex, campaignId: string, yearMs: number): Promise<void> {
  return database.transaction(async (trx) => {
    const campaign = await trx<CampaignRow>('campaigns').where({ id: campaignId }).forNoKeyUpdate().first();
    if (!campaign) throw new Error(`Campaign ${campaignId} was never requested.`);
    if (campaign.planned_at) return;
    const authorizationIds = await matchingStores(trx, campaign.stores)
      .distinct('s.grant_id')
      .pluck<string[]>('s.grant_id');
    const emails = scheduleReminders(campaignId, authorizationIds, { overDays: campaign.over_days, yearMs });
    await trx.batchInsert(
      'campaign_authorizations',
      authorizationIds.map((id) => ({ campaign_id: campaignId, grant_id: id })),
      rowsPerInsert,
    );
    await trx.raw(
      `insert into campaign_stores (campaign_id, grant_id, store_id)
       select a.campaign_id, a.grant_id, s.id from campaign_authorizations a join stores s on s.grant_id = a.grant_id
       where a.campaign_id = ? and s.status not in ('deleted', 'disconnected')`,
      [campaignId],
    );
    await trx.batchInsert(
      'campaign_asks',
      emails.map(({ grantId, afterMs }) => ({
        campaign_id: campaignId,
        grant_id: grantId,
        ask: 'first',
        after_ms: afterMs,
      })),
      rowsPerInsert,
    );
    await trx('campaigns').where({ id: campaignId }).update({ planned_at: trx.fn.now(), updated_at: trx.fn.now() });
  });
}
