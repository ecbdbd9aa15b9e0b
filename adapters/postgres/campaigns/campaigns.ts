import type { Knex } from 'knex';
import type { CampaignProgress, CampaignState } from '../../../domain/campaign.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import { byCreation, toPage } from '../db/paging.ts';
import { isoOrUndefined, isUuid } from '../db/pg-values.ts';
import { campaignMembers, type CampaignStores, matchingStores } from './members.ts';
import type { CampaignRow } from './rows.ts';

export interface CampaignRequest {
  readonly name: string;
  readonly reason: string;
  readonly stores: CampaignStores;
  readonly overDays: number;
  readonly startsAt: string;
}

export interface Campaign extends CampaignRequest {
  readonly id: string;
  readonly state: CampaignState;
  /** Numbers of authorizations; all zero until it has started. */
  readonly counts: Readonly<Record<CampaignProgress, number>>;
  readonly messages: { readonly sent: number; readonly queued: number; readonly failed: number };
  readonly nextMessageAt?: string;
  readonly endedAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewCampaign {
  readonly campaignId: string;
  readonly idempotencyKey?: string;
  /** Hash of the body: the same key with another hash is a `conflict`. */
  readonly fingerprint: string;
  readonly request: CampaignRequest;
}

/** Saves a campaign before its workflow is started. A repeated one keeps the start it had. */
export async function insertCampaign(
  database: Knex,
  { campaignId, idempotencyKey, fingerprint, request }: NewCampaign,
): Promise<{ kind: 'saved'; startsAt: string } | { kind: 'conflict' }> {
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
  const saved = await database<CampaignRow>('campaigns').where({ id: campaignId }).first('fingerprint', 'starts_at');
  if (saved?.fingerprint !== fingerprint) return { kind: 'conflict' };
  return { kind: 'saved', startsAt: saved.starts_at.toISOString() };
}

/** Marks that Temporal has accepted the workflow: from now on the campaign is visible. */
export async function markCampaignAccepted(database: Knex, campaignId: string): Promise<void> {
  await database<CampaignRow>('campaigns')
    .where({ id: campaignId })
    .whereNull('accepted_at')
    .update({ accepted_at: database.fn.now() });
}

export async function previewCampaign(
  database: Knex,
  stores: CampaignStores,
): Promise<{ readonly stores: number; readonly authorizations: number }> {
  const [counts] = await matchingStores(database, stores).select<{ stores: number; authorizations: number }[]>(
    database.raw('count(*)::int as stores, count(distinct s.grant_id)::int as authorizations'),
  );
  return counts ?? { stores: 0, authorizations: 0 };
}

/** Newest first. @throws {InvalidCursor} */
export function listCampaigns(database: Knex, page: PageQuery): Promise<Page<Campaign>> {
  return toPage(acceptedCampaigns(database), page, newestFirst, (rows) => toCampaigns(database, rows));
}

const newestFirst = byCreation<CampaignRow>('campaigns', 'desc');

export async function findCampaign(database: Knex, id: string): Promise<Campaign | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await acceptedCampaigns(database).where({ id }).first();
  const [campaign] = row ? await toCampaigns(database, [row]) : [];
  return campaign;
}

function acceptedCampaigns(database: Knex) {
  return database<CampaignRow>('campaigns').whereNotNull('accepted_at');
}

interface ProgressCount {
  readonly campaign_id: string;
  readonly state: CampaignProgress;
  readonly count: number;
}

interface MessageCounts {
  readonly campaign_id: string;
  readonly sent: number;
  readonly queued: number;
  readonly failed: number;
}

async function toCampaigns(database: Knex, rows: readonly CampaignRow[]): Promise<readonly Campaign[]> {
  const ids = rows.map(({ id }) => id);
  const members = database.from(campaignMembers(database)).whereIn('m.campaign_id', ids);
  const [progress, messages] = await Promise.all([
    members
      .clone()
      .groupBy('m.campaign_id', 'm.state')
      .select<ProgressCount[]>('m.campaign_id', 'm.state', database.raw('count(*)::int as count')),
    members
      .join('messages', (on) => {
        void on.onIn('messages.id', [database.ref('m.first_message_id'), database.ref('m.reminder_message_id')]);
      })
      .groupBy('m.campaign_id')
      .select<MessageCounts[]>('m.campaign_id', database.raw(messageCounts)),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    stores: row.stores,
    overDays: row.over_days,
    startsAt: row.starts_at.toISOString(),
    state: row.state,
    counts: toProgressCounts(progress.filter(({ campaign_id }) => campaign_id === row.id)),
    messages: toMessageCounts(messages.find(({ campaign_id }) => campaign_id === row.id)),
    nextMessageAt: isoOrUndefined(row.next_message_at),
    endedAt: isoOrUndefined(row.ended_at),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }));
}

/** An unsent message to a seller who has consented or is gone will not be sent, so it does not count as queued. */
const messageCounts = `
  count(*) filter (where messages.sent_at is not null)::int as sent,
  count(*) filter (where messages.sent_at is null and messages.failed_at is not null)::int as failed,
  count(*) filter (where messages.sent_at is null and messages.failed_at is null and messages.dropped_at is null
    and m.state = 'waiting')::int as queued`;

export function toProgressCounts(
  rows: readonly Pick<ProgressCount, 'state' | 'count'>[],
): Record<CampaignProgress, number> {
  const counts = { planned: 0, waiting: 0, consented: 0, skipped: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

function toMessageCounts(row: MessageCounts | undefined): Campaign['messages'] {
  return { sent: row?.sent ?? 0, queued: row?.queued ?? 0, failed: row?.failed ?? 0 };
}
