import type { Knex } from 'knex';
import type { CampaignEmail, CampaignProgress, CampaignState } from '../../../domain/campaign.ts';
import { toProgressCounts } from './campaigns.ts';
import { campaignMembers } from './members.ts';
import type { CampaignEmailRow } from './rows.ts';

export interface DueEmail {
  readonly authorizationId: string;
  readonly ask: CampaignEmail;
}

export interface CampaignPlan {
  readonly counts: Readonly<Record<CampaignProgress, number>>;
  /** When the next open e-mail is due, milliseconds on the campaign's stopwatch. */
  readonly nextAfterMs?: number;
  /** When the last e-mail of all is due. */
  readonly lastAfterMs: number;
}

/** Records who has consented, and closes the e-mails that are no longer needed. */
export function recordConsents(database: Knex, campaignId: string): Promise<void> {
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
    await openEmails(trx, campaignId).whereIn('grant_id', settled).update({ done_at: trx.fn.now() });
  });
}

/** Open e-mails that are due by `clockMs` on the campaign's stopwatch, in order. */
export async function listDueEmails(
  database: Knex,
  campaignId: string,
  clockMs: number,
  limit: number,
): Promise<readonly DueEmail[]> {
  return openEmails(database, campaignId)
    .where('after_ms', '<=', clockMs)
    .orderBy(['after_ms', 'grant_id'])
    .limit(limit)
    .select({ authorizationId: 'grant_id', ask: 'ask' });
}

/**
 * Closes an e-mail that is on its way, or was not needed. `reminderAfterMs`: when its reminder is due on the campaign's
 * stopwatch, if there is to be one.
 */
export function closeEmail(
  database: Knex,
  campaignId: string,
  { authorizationId, ask }: DueEmail,
  reminderAfterMs?: number,
): Promise<void> {
  return database.transaction(async (trx) => {
    await openEmails(trx, campaignId).where({ grant_id: authorizationId, ask }).update({ done_at: trx.fn.now() });
    if (reminderAfterMs === undefined) return;
    const reminder = { ask: 'reminder', after_ms: Math.round(reminderAfterMs) };
    await trx('campaign_asks')
      .insert({ campaign_id: campaignId, grant_id: authorizationId, ...reminder })
      .onConflict(['campaign_id', 'grant_id', 'ask'])
      .ignore();
  });
}

export async function readPlan(database: Knex, campaignId: string): Promise<CampaignPlan> {
  const next = await openEmails(database, campaignId).orderBy('after_ms').first('after_ms');
  const last = await database<CampaignEmailRow>('campaign_asks')
    .where({ campaign_id: campaignId })
    .orderBy('after_ms', 'desc')
    .first('after_ms');
  const progress = await database
    .from(campaignMembers(database))
    .where('m.campaign_id', campaignId)
    .groupBy('m.state')
    .select<{ state: CampaignProgress; count: number }[]>('m.state', database.raw('count(*)::int as count'));
  return {
    counts: toProgressCounts(progress),
    nextAfterMs: next && Number(next.after_ms),
    lastAfterMs: Number(last?.after_ms ?? 0),
  };
}

/** `nextMessageAt`: ISO 8601. A campaign that has ended stays so, and its open e-mails are closed. */
export function recordCampaign(
  database: Knex,
  campaignId: string,
  state: CampaignState,
  nextMessageAt?: string,
): Promise<void> {
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
    if (isOver) await openEmails(trx, campaignId).update({ done_at: trx.fn.now() });
  });
}

function openEmails(database: Knex, campaignId: string) {
  return database<CampaignEmailRow>('campaign_asks').where({ campaign_id: campaignId }).whereNull('done_at');
}
