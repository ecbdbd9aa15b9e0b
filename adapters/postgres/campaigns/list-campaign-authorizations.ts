import type { Knex } from 'knex';
import type { CampaignAuthorization, Campaigns, SkipReason } from '../../../api/campaign-ports.ts';
import { InvalidCursor } from '../../../api/ports.ts';
import type { CampaignProgress } from '../../../domain/campaign.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import { campaignMembers } from './members.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { isUuid } from '../db/pg-values.ts';
import type { StoreRow } from '../stores/rows.ts';

interface MemberRow {
  grant_id: string;
  selling_partner_id: string;
  region: Region;
  state: CampaignProgress;
  /** A bigint, as text. */
  after_ms: string;
  consented_at: Date | null;
  is_gone: boolean;
  asked_at: Date | null;
  reminded_at: Date | null;
  message: CampaignAuthorization['message'] | null;
}

type StoreOfMember = Pick<StoreRow, 'id' | 'name' | 'country' | 'website' | 'status'> & { grant_id: string };

const order = 'campaign-authorizations';

/** One page of whom a campaign asks, in the order of their turns. */
export async function listCampaignAuthorizations(
  database: Knex,
  campaignId: string,
  { state, limit, cursor }: Parameters<Campaigns['listCampaignAuthorizations']>[1],
): ReturnType<Campaigns['listCampaignAuthorizations']> {
  const rows = database
    .from(campaignMembers(database))
    .leftJoin('messages as first', 'first.id', 'm.first_message_id')
    .leftJoin('messages as reminder', 'reminder.id', 'm.reminder_message_id')
    .where('m.campaign_id', campaignId)
    .orderBy(['m.after_ms', 'm.grant_id'])
    .limit(limit + 1)
    .select<MemberRow[]>(
      'm.*',
      'first.queued_at as asked_at',
      'reminder.queued_at as reminded_at',
      database.raw(`case
        when coalesce(reminder.id, first.id) is null then null
        when coalesce(reminder.sent_at, case when reminder.id is null then first.sent_at end) is not null then 'sent'
        when coalesce(reminder.failed_at, case when reminder.id is null then first.failed_at end) is not null then 'failed'
        else 'queued' end as message`),
    );
  if (state) rows.whereIn('m.state', state);
  if (cursor !== undefined) {
    const { value, id } = fromCursor(cursor, order);
    if (!isUuid(id) || !/^\d{1,15}$/.test(value)) throw new InvalidCursor(cursor);
    rows.whereRaw('(m.after_ms, m.grant_id) > (?::bigint, ?::uuid)', [value, id]);
  }
  const found = await rows;
  const page = found.slice(0, limit);
  const stores = await storesOf(database, campaignId, page);
  const items = page.map((row) => toAuthorization(row, stores));
  const last = page.at(-1);
  if (found.length <= limit || !last) return { items };
  return { items, nextCursor: toCursor({ order, value: last.after_ms, id: last.grant_id }) };
}

function storesOf(database: Knex, campaignId: string, page: readonly MemberRow[]): Promise<readonly StoreOfMember[]> {
  return database('campaign_stores as c')
    .join('stores as s', 's.id', 'c.store_id')
    .where('c.campaign_id', campaignId)
    .whereIn(
      'c.grant_id',
      page.map(({ grant_id }) => grant_id),
    )
    .orderBy(['s.name_key', 's.id'])
    .select<StoreOfMember[]>('s.id', 's.name', 's.country', 's.website', 's.status', 'c.grant_id');
}

function toAuthorization(row: MemberRow, stores: readonly StoreOfMember[]): CampaignAuthorization {
  return {
    id: row.grant_id,
    sellerId: row.selling_partner_id,
    region: row.region,
    state: row.state,
    stores: stores
      .filter(({ grant_id }) => grant_id === row.grant_id)
      .map(({ id, name, country, website, status }) => ({ id, name, country, website, status })),
    ...(row.state === 'skipped' && { skipped: skipReason(row) }),
    ...(row.asked_at && { askedAt: row.asked_at.toISOString() }),
    ...(row.reminded_at && { remindedAt: row.reminded_at.toISOString() }),
    ...(row.consented_at && { consentedAt: row.consented_at.toISOString() }),
    ...(row.message && { message: row.message }),
  };
}

function skipReason({ consented_at, is_gone }: MemberRow): SkipReason {
  if (consented_at) return 'renewed';
  return is_gone ? 'stores_gone' : 'cancelled';
}
