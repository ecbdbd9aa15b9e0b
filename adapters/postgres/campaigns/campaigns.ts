import type { Knex } from 'knex';
import type { CampaignRecord, Campaigns } from '../../../api/campaign-ports.ts';
import { InvalidCursor, type Page } from '../../../api/ports.ts';
import type { CampaignProgress } from '../../../domain/campaign.ts';
import { listCampaignAuthorizations } from './list-campaign-authorizations.ts';
import { campaignMembers, storesConcerned } from './members.ts';
import type { CampaignRow } from './rows.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { isTimestamp, isUuid } from '../db/pg-values.ts';

const order = 'campaigns';

/** The API's side of campaigns: what was asked for, and what became of it. */
export function createCampaigns(database: Knex): Campaigns {
  return {
    async noteCampaign({ campaignId, idempotencyKey, fingerprint, request }) {
      await database('campaigns')
        .insert({
          id: campaignId,
          idempotency_key: idempotencyKey ?? null,
          fingerprint,
          name: request.name,
          reason: request.reason,
          stores: request.stores,
          over_days: request.overDays,
          starts_at: new Date(request.startsAt),
        })
        .onConflict()
        .ignore();
      const noted = await database<CampaignRow>('campaigns')
        .where({ id: campaignId })
        .first('fingerprint', 'starts_at');
      if (noted?.fingerprint !== fingerprint) return { kind: 'conflict' };
      return { kind: 'noted', startsAt: noted.starts_at.toISOString() };
    },

    async markCampaignAccepted(campaignId) {
      await database<CampaignRow>('campaigns')
        .where({ id: campaignId })
        .whereNull('accepted_at')
        .update({ accepted_at: database.fn.now() });
    },

    async previewCampaign(stores) {
      const [counts] = await storesConcerned(database, stores).select<{ stores: number; authorizations: number }[]>(
        database.raw('count(*)::int as stores, count(distinct s.grant_id)::int as authorizations'),
      );
      return counts ?? { stores: 0, authorizations: 0 };
    },

    listCampaigns: (page) => listCampaigns(database, page),

    async findCampaign(id) {
      if (!isUuid(id)) return undefined;
      const row = await acceptedCampaigns(database).where({ id }).first();
      const [record] = row ? await toRecords(database, [row]) : [];
      return record;
    },

    listCampaignAuthorizations: (campaignId, query) => listCampaignAuthorizations(database, campaignId, query),
  };
}

async function listCampaigns(
  database: Knex,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<CampaignRecord>> {
  const rows = acceptedCampaigns(database)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (cursor !== undefined) {
    const { value, id } = fromCursor(cursor, order);
    if (!isUuid(id) || !isTimestamp(value)) throw new InvalidCursor(cursor);
    rows.whereRaw('(created_at, id) < (?::timestamptz, ?::uuid)', [value, id]);
  }
  const found = await rows;
  const page = found.slice(0, limit);
  const items = await toRecords(database, page);
  const last = page.at(-1);
  if (found.length <= limit || !last) return { items };
  return { items, nextCursor: toCursor({ order, value: last.created_at.toISOString(), id: last.id }) };
}

function acceptedCampaigns(database: Knex) {
  return database<CampaignRow>('campaigns').whereNotNull('accepted_at');
}

interface Tally {
  readonly campaign_id: string;
  readonly state: CampaignProgress;
  readonly count: number;
}

interface MessageTally {
  readonly campaign_id: string;
  readonly sent: number;
  readonly queued: number;
  readonly failed: number;
}

async function toRecords(database: Knex, rows: readonly CampaignRow[]): Promise<readonly CampaignRecord[]> {
  const ids = rows.map(({ id }) => id);
  const members = database.from(campaignMembers(database)).whereIn('m.campaign_id', ids);
  const [progress, messages] = await Promise.all([
    members
      .clone()
      .groupBy('m.campaign_id', 'm.state')
      .select<Tally[]>('m.campaign_id', 'm.state', database.raw('count(*)::int as count')),
    members
      .join('messages', (on) => {
        void on.onIn('messages.id', [database.ref('m.first_message_id'), database.ref('m.reminder_message_id')]);
      })
      .groupBy('m.campaign_id')
      .select<MessageTally[]>('m.campaign_id', database.raw(messageCounts)),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    stores: row.stores,
    overDays: row.over_days,
    startsAt: row.starts_at.toISOString(),
    state: row.state,
    counts: countsOf(progress.filter(({ campaign_id }) => campaign_id === row.id)),
    messages: messagesOf(messages.find(({ campaign_id }) => campaign_id === row.id)),
    ...(row.next_message_at && { nextMessageAt: row.next_message_at.toISOString() }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }));
}

/** A message is not sent any more to who has agreed or is gone meanwhile: it is queued only while somebody waits. */
const messageCounts = `
  count(*) filter (where messages.sent_at is not null)::int as sent,
  count(*) filter (where messages.sent_at is null and messages.failed_at is not null)::int as failed,
  count(*) filter (where messages.sent_at is null and messages.failed_at is null and m.state = 'waiting')::int as queued`;

function countsOf(tallies: readonly Tally[]): CampaignRecord['counts'] {
  const counts = { planned: 0, waiting: 0, consented: 0, skipped: 0 };
  for (const { state, count } of tallies) counts[state] = count;
  return counts;
}

function messagesOf(tally: MessageTally | undefined): CampaignRecord['messages'] {
  return { sent: tally?.sent ?? 0, queued: tally?.queued ?? 0, failed: tally?.failed ?? 0 };
}
