/** What a workflow has to be running for, apart from stores. */
import type { Knex } from 'knex';
import type { CampaignState } from '../../../domain/campaign.ts';
import type { CampaignEmailRow, CampaignRow } from '../campaigns/rows.ts';
import type { ImportRow } from '../imports/rows.ts';

/** The workflow of a younger one is about to be started. */
const minAgeMs = 60_000;
/** After three days the delivery of an e-mail is given up. */
const noticeLifeMs = 3 * 86_400_000;

export interface OpenCampaign {
  readonly campaignId: string;
  readonly name: string;
  readonly startsAt: string;
  readonly state: CampaignState;
  /** Its sellers have been fixed. */
  readonly isPlanned: boolean;
  /** What its stopwatch showed at least, milliseconds. */
  readonly ranMs: number;
  /** When its workflow last recorded something, ISO 8601. */
  readonly updatedAt: string;
}

/** Ids of accepted imports with waiting lines, in their order. */
export async function listOpenImports(database: Knex, afterId: string, limit: number): Promise<readonly string[]> {
  return database<ImportRow>('imports as i')
    .whereNotNull('i.accepted_at')
    .where('i.id', '>', afterId)
    .where('i.created_at', '<', longAgo())
    .whereExists(
      database('import_rows as r').whereRaw('r.import_id = i.id').where({ outcome: 'waiting' }).select('r.line'),
    )
    .orderBy('i.id')
    .limit(limit)
    .pluck('i.id');
}

export async function listOpenCampaigns(database: Knex): Promise<readonly OpenCampaign[]> {
  const rows = await database<CampaignRow>('campaigns')
    .whereNotNull('accepted_at')
    .whereNull('ended_at')
    .where('created_at', '<', longAgo())
    .orderBy('id');
  return Promise.all(
    rows.map(async (row) => ({
      campaignId: row.id,
      name: row.name,
      startsAt: row.starts_at.toISOString(),
      state: row.state,
      isPlanned: row.planned_at !== null,
      ranMs: await stopwatchOf(database, row),
      updatedAt: row.updated_at.toISOString(),
    })),
  );
}

/** From when its next e-mail is due; where that is not known, what it showed when the last one was queued. */
async function stopwatchOf(database: Knex, { id, next_message_at: nextAt }: CampaignRow): Promise<number> {
  const emails = () => database<CampaignEmailRow>('campaign_asks').where({ campaign_id: id });
  const next = await emails().whereNull('done_at').orderBy('after_ms').first('after_ms');
  const last = await emails().whereNotNull('message_id').orderBy('after_ms', 'desc').first('after_ms');
  const atLeast = Number(last?.after_ms ?? 0);
  if (!next || !nextAt) return atLeast;
  return Math.max(atLeast, Number(next.after_ms) - Math.max(0, nextAt.getTime() - Date.now()));
}

/**
 * Ids of e-mails to people of stores and of notices to operators that wait to be sent, in their order. Without an address
 * of operators, no notice is sent.
 */
export async function listOpenMessages(
  database: Knex,
  notifyOperators: boolean,
  afterId: string,
  limit: number,
): Promise<readonly string[]> {
  return database
    .from(
      database.raw(
        `(
          select id from messages
          where sent_at is null and failed_at is null and dropped_at is null and queued_at < ?
          union all
          select id from alarm_notices where sent_at is null and dispatched_at between ? and ? and ?
        ) as m`,
        [longAgo(), new Date(Date.now() - noticeLifeMs), longAgo(), notifyOperators],
      ),
    )
    .where('m.id', '>', afterId)
    .orderBy('m.id')
    .limit(limit)
    .pluck('m.id');
}

function longAgo(): Date {
  return new Date(Date.now() - minAgeMs);
}

/** Its delivery has ended, and the database did not know: it is not sent again. */
export async function closeDelivered(database: Knex, messageId: string): Promise<void> {
  const columns = { sent_at: database.fn.now() };
  await database('messages')
    .where({ id: messageId })
    .whereNull('sent_at')
    .update({ ...columns, sealed_link_token: null });
  await database('alarm_notices').where({ id: messageId }).whereNull('sent_at').update(columns);
}
