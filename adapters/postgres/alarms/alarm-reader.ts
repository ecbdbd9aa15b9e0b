import type { Knex } from 'knex';
import { type AlarmReader, InvalidCursor } from '../../../api/ports.ts';
import { type AlarmKind, alarmKinds } from '../../../domain/alarms.ts';
import { fromCursor, toCursor } from '../db/paging.ts';
import { isTimestamp, isUuid } from '../db/pg-values.ts';
import type { AlarmRow } from '../stores/rows.ts';

const order = 'alarms';

export function createAlarmReader(database: Knex): AlarmReader {
  return {
    async listAlarms({ limit, cursor }) {
      const rows = database<AlarmRow>('alarms')
        .orderByRaw('(closed_at is null) desc, opened_at desc, id desc')
        .limit(limit + 1);
      if (cursor !== undefined) continueAfter(rows, cursor);
      const found = await rows;
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const items = page.map((row) => ({
        id: row.id,
        kind: row.kind,
        params: row.params,
        openedAt: row.opened_at.toISOString(),
        ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
      }));
      if (found.length <= limit || !last) return { items };
      const value = `${last.closed_at ? 'closed' : 'open'} ${last.opened_at.toISOString()}`;
      return { items, nextCursor: toCursor({ order, value, id: last.id }) };
    },

    async countOpenAlarms() {
      const rows = await database('alarms')
        .whereNull('closed_at')
        .groupBy('kind')
        .select<{ kind: AlarmKind; count: number }[]>('kind', database.raw('count(*)::int as count'));
      const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
      return new Map(alarmKinds.map((kind) => [kind, counts.get(kind) ?? 0]));
    },
  };
}

function continueAfter(rows: Knex.QueryBuilder, cursor: string): void {
  const { value, id } = fromCursor(cursor, order);
  const [state, openedAt = ''] = value.split(' ');
  if (!isTimestamp(openedAt) || !isUuid(id)) throw new InvalidCursor(cursor);
  rows.whereRaw('((closed_at is null), opened_at, id) < (?::boolean, ?::timestamptz, ?::uuid)', [
    state === 'open',
    openedAt,
    id,
  ]);
}
