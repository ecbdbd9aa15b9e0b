import type { Knex } from 'knex';
import type { TimelineRecord } from '../../../api/ports.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { StoreStatus } from '../../../domain/store-status.ts';
import type { TimelineNote } from '../../../domain/timeline.ts';
import type { TimelineRow } from './rows.ts';

export interface NewTimelineEntry extends TimelineNote {
  readonly storeId: string;
  /** One entry per (store, key), however often it is added. */
  readonly key: string;
  /** ISO 8601; default now. */
  readonly at?: string;
  readonly status?: StoreStatus;
  readonly reason?: Reason;
}

/**
 * Adds entries; the database orders and announces them. The last thing a transaction does: from here to the commit
 * every other writer of the timeline waits.
 */
export async function addTimelineEntries(database: Knex, entries: readonly NewTimelineEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    store_id: entry.storeId,
    key: entry.key,
    at: entry.at ? new Date(entry.at) : new Date(),
    what: entry.what,
    text: entry.text,
    translations: entry.translations ?? null,
    status: entry.status ?? null,
    reason: entry.reason ?? null,
  }));
  await database<TimelineRow>('timeline').insert(rows).onConflict(['store_id', 'key']).ignore();
}

export function toTimelineRecord(row: TimelineRow): TimelineRecord {
  return {
    id: row.id,
    at: row.at.toISOString(),
    what: row.what,
    text: row.text,
    ...(row.translations && { translations: row.translations }),
    ...(row.status && { status: row.status }),
    ...(row.reason && { reason: row.reason }),
  };
}
