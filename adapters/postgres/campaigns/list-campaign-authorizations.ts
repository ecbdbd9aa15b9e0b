import type { Knex } from 'knex';
import type { CampaignProgress } from '../../../domain/campaign.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import { type PageOrder, toPage } from '../db/paging.ts';
import { isoOrUndefined, isUuid } from '../db/pg-values.ts';
import type { StoreRow } from '../stores/store.ts';
import { campaignMembers } from './members.ts';

export type SkipReason = 'renewed' | 'stores_gone' | 'cancelled';

export interface CampaignAuthorization {
  readonly id: string;
  readonly sellerId: string;
  readonly region: Region;
  readonly state: CampaignProgress;
  readonly stores: readonly Pick<StoreRow, 'id' | 'name' | 'country' | 'website' | 'status'>[];
  readonly skipped?: SkipReason;
  readonly askedAt?: string;
  readonly remindedAt?: string;
  readonly consentedAt?: string;
  /** State of the last message. */
  readonly message?: 'queued' | 'sent' | 'failed';
}

interface MemberRow {
  grant_id: string;
  selling_partner_id: string;
  region: Region;
  state: CampaignProgress;
  /** A bigint, as text. */
  after_ms: string;
  consented_at: Date | null;
  is_gone: boolean;
  first_queued_at: Date | null;
  reminder_queued_at: Date | null;
  message: CampaignAuthorization['message'] | null;
}

/** In the order of their e-mails. @throws {InvalidCursor} */
export async function listCampaignAuthorizations(
  database: Knex,
  campaignId: string,
  query: PageQuery & { readonly state?: readonly CampaignProgress[] },
): Promise<Page<CampaignAuthorization>> {
  const members = database
    .from(campaignMembers(database))
    .leftJoin('messages as first', 'first.id', 'm.first_message_id')
    .leftJoin('messages as reminder', 'reminder.id', 'm.reminder_message_id')
    .where('m.campaign_id', campaignId)
    .select<MemberRow[]>(
      'm.*',
      'first.queued_at as first_queued_at',
      'reminder.queued_at as reminder_queued_at',
      database.raw(`case
        when coalesce(reminder.id, first.id) is null then null
        when coalesce(reminder.sent_at, case when reminder.id is null then first.sent_at end) is not null then 'sent'
        when coalesce(reminder.failed_at, case when reminder.id is null then first.failed_at end) is not null then 'failed'
        else 'queued' end as message`),
    );
  if (query.state) members.whereIn('m.state', query.state);
  return toPage(members, query, emailOrder, async (rows) => {
    const stores = await findMemberStores(database, campaignId, rows);
    return rows.map((row) =>
      toCampaignAuthorization(
        row,
        stores.filter(({ grant_id }) => grant_id === row.grant_id),
      ),
    );
  });
}

const emailOrder: PageOrder<MemberRow> = {
  name: 'campaign-authorizations',
  orderBy: 'm.after_ms, m.grant_id',
  after: '(m.after_ms, m.grant_id) > (?::bigint, ?::uuid)',
  bindings: ({ value, id }) => (/^\d{1,15}$/.test(value) && isUuid(id) ? [value, id] : undefined),
  positionOf: (row) => ({ value: row.after_ms, id: row.grant_id }),
};

type MemberStore = CampaignAuthorization['stores'][number] & { readonly grant_id: string };

function findMemberStores(
  database: Knex,
  campaignId: string,
  members: readonly MemberRow[],
): Promise<readonly MemberStore[]> {
  return database('campaign_stores as c')
    .join('stores as s', 's.id', 'c.store_id')
    .where('c.campaign_id', campaignId)
    .whereIn(
      'c.grant_id',
      members.map(({ grant_id }) => grant_id),
    )
    .orderBy(['s.name_key', 's.id'])
    .select<MemberStore[]>('s.id', 's.name', 's.country', 's.website', 's.status', 'c.grant_id');
}

function toCampaignAuthorization(row: MemberRow, stores: readonly MemberStore[]): CampaignAuthorization {
  return {
    id: row.grant_id,
    sellerId: row.selling_partner_id,
    region: row.region,
    state: row.state,
    stores: stores.map(({ id, name, country, website, status }) => ({ id, name, country, website, status })),
    skipped: row.state === 'skipped' ? skipReason(row) : undefined,
    askedAt: isoOrUndefined(row.first_queued_at),
    remindedAt: isoOrUndefined(row.reminder_queued_at),
    consentedAt: isoOrUndefined(row.consented_at),
    message: row.message ?? undefined,
  };
}

function skipReason({ consented_at, is_gone }: MemberRow): SkipReason {
  if (consented_at) return 'renewed';
  return is_gone ? 'stores_gone' : 'cancelled';
}
