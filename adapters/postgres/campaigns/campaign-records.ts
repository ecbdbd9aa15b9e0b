import type { Knex } from 'knex';
import type { CampaignRecords, SecretBox } from '../../../activities/ports.ts';
import { type CampaignProgress, planTurns } from '../../../domain/campaign.ts';
import { campaignMembers, storesConcerned } from './members.ts';
import type { CampaignAskRow, CampaignRow } from './rows.ts';
import { queueCampaignAsk } from './queue-campaign-email.ts';

const rowsPerInsert = 1000;

/** The worker's side of campaigns. */
export function createCampaignRecords(database: Knex, box: SecretBox): CampaignRecords {
  return {
    startCampaign: (campaignId, yearMs) => startCampaign(database, campaignId, yearMs),

    settleAsks(campaignId) {
      return database.transaction(async (trx) => {
        await trx.raw(
          `update campaign_authorizations a set consented_at = m.consented_at from ?
           where m.campaign_id = ? and a.campaign_id = m.campaign_id and a.grant_id = m.grant_id
             and a.consented_at is null and m.consented_at is not null`,
          [campaignMembers(trx), campaignId],
        );
        const settled = trx
          .from(campaignMembers(trx))
          .where('m.campaign_id', campaignId)
          .whereIn('m.state', ['consented', 'skipped'])
          .select('m.grant_id');
        await openAsks(trx, campaignId).whereIn('grant_id', settled).update({ done_at: trx.fn.now() });
      });
    },

    listDueAsks: (campaignId, clockMs, limit) =>
      openAsks(database, campaignId)
        .where('after_ms', '<=', clockMs)
        .orderBy(['after_ms', 'grant_id'])
        .limit(limit)
        .select({ grantId: 'grant_id', ask: 'ask' }),

    queueAsk: (campaignId, due, linkValidUntil) => queueCampaignAsk(database, box, campaignId, due, linkValidUntil),

    markAsked(campaignId, { grantId, ask }, reminderAfterMs) {
      return database.transaction(async (trx) => {
        const member = { campaign_id: campaignId, grant_id: grantId };
        await openAsks(trx, campaignId).where({ grant_id: grantId, ask }).update({ done_at: trx.fn.now() });
        if (reminderAfterMs === undefined) return;
        await trx('campaign_asks')
          .insert({ ...member, ask: 'reminder', after_ms: Math.round(reminderAfterMs) })
          .onConflict(['campaign_id', 'grant_id', 'ask'])
          .ignore();
      });
    },

    async readPlan(campaignId) {
      const next = await openAsks(database, campaignId).orderBy('after_ms').first('after_ms');
      const last = await database<CampaignAskRow>('campaign_asks')
        .where({ campaign_id: campaignId })
        .orderBy('after_ms', 'desc')
        .first('after_ms');
      return {
        counts: await countMembers(database, campaignId),
        ...(next && { nextAfterMs: Number(next.after_ms) }),
        lastAfterMs: Number(last?.after_ms ?? 0),
      };
    },

    recordCampaign(campaignId, state, nextMessageAt) {
      const isOver = state === 'finished' || state === 'cancelled';
      return database.transaction(async (trx) => {
        await trx('campaigns')
          .where({ id: campaignId })
          .whereNull('ended_at')
          .update({
            state,
            accepted_at: trx.raw('coalesce(accepted_at, now())'),
            next_message_at: nextMessageAt ? new Date(nextMessageAt) : null,
            ended_at: isOver ? trx.fn.now() : null,
            updated_at: trx.fn.now(),
          });
        if (isOver) await openAsks(trx, campaignId).update({ done_at: trx.fn.now() });
      });
    },
  };
}

function openAsks(database: Knex, campaignId: string) {
  return database<CampaignAskRow>('campaign_asks').where({ campaign_id: campaignId }).whereNull('done_at');
}

async function countMembers(database: Knex, campaignId: string): Promise<Record<CampaignProgress, number>> {
  const counts = { planned: 0, waiting: 0, consented: 0, skipped: 0 };
  const rows = await database
    .from(campaignMembers(database))
    .where('m.campaign_id', campaignId)
    .groupBy('m.state')
    .select<{ state: CampaignProgress; count: number }[]>('m.state', database.raw('count(*)::int as count'));
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Fixes whom it asks: every authorization of a store it concerns, with all the stores that share it. */
async function startCampaign(database: Knex, campaignId: string, yearMs: number): Promise<void> {
  await database.transaction(async (trx) => {
    const campaign = await trx<CampaignRow>('campaigns').where({ id: campaignId }).forNoKeyUpdate().first();
    if (!campaign) throw new Error(`Nobody has asked for campaign ${campaignId}.`);
    if (campaign.planned_at) return;
    const grantIds = await storesConcerned(trx, campaign.stores).distinct('s.grant_id').pluck<string[]>('s.grant_id');
    const turns = planTurns(campaignId, grantIds, { overDays: campaign.over_days, yearMs });
    const ofCampaign = { campaign_id: campaignId };
    await trx.batchInsert(
      'campaign_authorizations',
      grantIds.map((grantId) => ({ ...ofCampaign, grant_id: grantId })),
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
      turns.map(({ grantId, afterMs }) => ({ ...ofCampaign, grant_id: grantId, ask: 'first', after_ms: afterMs })),
      rowsPerInsert,
    );
    await trx('campaigns').where({ id: campaignId }).update({ planned_at: trx.fn.now(), updated_at: trx.fn.now() });
  });
}
