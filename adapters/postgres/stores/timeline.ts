import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import { defaultActor, type LegacyTimelineEntry, type TimelineEntry } from '../../../domain/timeline.ts';
import { timelineText } from '../../../locales/timeline-text.ts';
import { byBigId, toPage } from '../db/paging.ts';
import { isUuid } from '../db/pg-values.ts';
import type { TimelineRow } from './rows.ts';

export interface NewTimelineEntry extends TimelineEntry {
  readonly storeId: string;
  /** One entry per (store, key), however often it is added. */
  readonly key: string;
  /** ISO 8601; default now. */
  readonly at?: string;
  readonly status?: StoreStatus;
  readonly reason?: Reason;
  /** Default: the actor who usually causes such an entry. */
  readonly actor?: ActorName;
}

export type StoredTimelineEntry = (TimelineEntry | LegacyTimelineEntry) & {
  readonly id: string;
  readonly at: string;
  readonly status?: StoreStatus;
  readonly reason?: Reason;
  /** Undefined for a person who is not known any more. */
  readonly actor?: ActorName;
};

/**
 * Adds entries; the database orders and announces them. It has to be the last statement of a transaction: until the
 * commit every other writer of the timeline waits.
 */
export async function addTimelineEntries(database: Knex, entries: readonly NewTimelineEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    store_id: entry.storeId,
    key: entry.key,
    at: entry.at ? new Date(entry.at) : new Date(),
    what: entry.what,
    params: entry.params,
    // For processes of 0.2.0, which read nothing else.
    text: timelineText(entry, 'en'),
    status: entry.status ?? null,
    reason: entry.reason ?? null,
    actor_kind: entry.actor?.kind ?? null,
    actor: entry.actor?.name ?? null,
  }));
  await database<TimelineRow>('timeline').insert(rows).onConflict(['store_id', 'key']).ignore();
}

/** Newest first. @throws {InvalidCursor} */
export async function listTimeline(
  database: Knex,
  storeId: string,
  page: PageQuery,
): Promise<Page<StoredTimelineEntry>> {
  if (!isUuid(storeId)) return { items: [] };
  const rows = database<TimelineRow>('timeline').where({ store_id: storeId });
  return toPage(rows, page, newestFirst, (entries) => entries.map(toTimelineEntry));
}

const newestFirst = byBigId<TimelineRow>('timeline', 'id');

export function toTimelineEntry(row: TimelineRow): StoredTimelineEntry {
  const { what, params, text, translations } = row;
  const entry = params ? { what, params } : { what, text, translations: translations ?? undefined };
  return {
    ...entry,
    id: row.id,
    at: row.at.toISOString(),
    status: row.status ?? undefined,
    reason: row.reason ?? undefined,
    actor: actorOf(row),
  };
}

function actorOf({ what, reason, actor_kind: kind, actor: name }: TimelineRow): ActorName | undefined {
  return kind !== null && name !== null ? { kind, name } : defaultActor(what, reason ?? undefined);
}
