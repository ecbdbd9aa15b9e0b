import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import {
  type ImportedRow,
  type ImportRecord,
  type ImportRowRecord,
  type Imports,
  InvalidCursor,
} from '../../../api/ports.ts';
import type { SecretBox } from '../../../activities/ports.ts';
import { type RowCounts, rowOutcomes } from '../../../domain/store-import.ts';
import { fromCursor, toPage } from '../db/paging.ts';
import { isTimestamp, isUuid } from '../db/pg-values.ts';
import type { ImportRow, ImportRowRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

const rowsPerInsert = 500;

/** The API's side of an import. */
export function createImports(database: Knex, box: SecretBox): Imports {
  return {
    async keepImport({ idempotencyKey, fingerprint, rows }) {
      const importId = randomUUID();
      const sealed = await Promise.all(rows.map((row) => sealRow(box, importId, row)));
      return database.transaction(async (trx) => {
        const kept = await trx<ImportRow>('imports')
          .insert({ id: importId, idempotency_key: idempotencyKey ?? null, fingerprint })
          .onConflict('idempotency_key')
          .ignore()
          .returning('id');
        if (kept.length === 0) {
          const first = await trx<ImportRow>('imports').where({ idempotency_key: idempotencyKey }).first();
          return first?.fingerprint === fingerprint ? { kind: 'kept', importId: first.id } : { kind: 'conflict' };
        }
        for (let next = 0; next < sealed.length; next += rowsPerInsert)
          await trx<ImportRowRow>('import_rows').insert(sealed.slice(next, next + rowsPerInsert));
        return { kind: 'kept', importId };
      });
    },

    markAccepted: (importId) => acceptImport(database, importId),

    async findImport(importId) {
      const row = await withCounts(database).where('i.id', importId).first();
      return row && toRecord(row);
    },

    async listImports({ limit, cursor }) {
      const rows = withCounts(database)
        .orderBy([
          { column: 'i.created_at', order: 'desc' },
          { column: 'i.id', order: 'desc' },
        ])
        .limit(limit + 1);
      if (cursor !== undefined) {
        const { value, id } = fromCursor(cursor, 'imports');
        if (!isTimestamp(value) || !isUuid(id)) throw new InvalidCursor(cursor);
        rows.whereRaw('(i.created_at, i.id) < (?::timestamptz, ?::uuid)', [value, id]);
      }
      return toPage(await rows, limit, toRecord, ({ id, created_at }) => ({
        order: 'imports',
        value: created_at.toISOString(),
        id,
      }));
    },

    async listRows(importId, { outcome, limit, cursor }) {
      const rows = database<ImportRowRow>('import_rows')
        .where({ import_id: importId })
        .orderBy('line')
        .limit(limit + 1);
      if (outcome) rows.whereIn('outcome', outcome);
      if (cursor !== undefined) rows.where('line', '>', lineOf(cursor));
      return toPage(await rows, limit, toRowRecord, ({ line }) => ({
        order: 'import_rows',
        value: '',
        id: String(line),
      }));
    },
  };
}

/** Also by the first batch, for an API that died before it could. */
export async function acceptImport(database: Knex, importId: string): Promise<void> {
  await database<ImportRow>('imports')
    .where({ id: importId })
    .whereNull('accepted_at')
    .update({ accepted_at: new Date() });
}

/** Nobody was promised anything about them: their request ended without a 2xx, and was not repeated for a day. */
export async function forgetAbandonedImports(database: Knex): Promise<void> {
  await database<ImportRow>('imports')
    .whereNull('accepted_at')
    .whereRaw(`created_at < now() - interval '1 day'`)
    .delete();
}

export async function rowCounts(database: Knex, importId: string): Promise<RowCounts> {
  const counts = { waiting: 0, created: 0, already_there: 0, refused: 0 };
  const rows = await database<ImportRowRow>('import_rows')
    .where({ import_id: importId })
    .groupBy('outcome')
    .select<(Pick<ImportRowRow, 'outcome'> & { count: number })[]>('outcome', database.raw('count(*)::int as count'));
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

type ImportWithCounts = ImportRow & RowCounts & { settled_at: Date };

function withCounts(database: Knex) {
  const count = (outcome: string) =>
    database.raw(`count(*) filter (where r.outcome = '${outcome}')::int as ${outcome}`);
  return database('imports as i')
    .join('import_rows as r', 'r.import_id', 'i.id')
    .whereNotNull('i.accepted_at')
    .groupBy('i.id')
    .select<ImportWithCounts[]>('i.*', ...rowOutcomes.map(count), database.raw('max(r.settled_at) as settled_at'));
}

async function sealRow(box: SecretBox, importId: string, row: ImportedRow): Promise<Partial<ImportRowRow>> {
  const { line } = row;
  if ('problem' in row) {
    const { name = null, problem } = row;
    return { import_id: importId, line, name, outcome: 'refused', problem, settled_at: new Date() };
  }
  const { request, grant } = row;
  return {
    import_id: importId,
    line,
    name: request.name,
    store_id: randomUUID(),
    request,
    outcome: 'waiting',
    ...(grant && {
      sealed_refresh_token: await box.seal(grant.refreshToken, sealingContexts.importedToken(importId, line)),
      authorized_at: new Date(grant.authorizedAt),
    }),
  };
}

function toRecord({
  id,
  created_at,
  settled_at,
  waiting,
  created,
  already_there,
  refused,
}: ImportWithCounts): ImportRecord {
  return {
    id,
    counts: { waiting, created, already_there, refused },
    createdAt: created_at.toISOString(),
    ...(waiting === 0 && { finishedAt: settled_at.toISOString() }),
  };
}

function toRowRecord({ line, name, outcome, store_id, problem }: ImportRowRow): ImportRowRecord {
  return {
    line,
    ...(name !== null && { name }),
    outcome,
    // While it waits nobody knows whether there will be a store.
    ...(store_id !== null && outcome !== 'waiting' && { storeId: store_id }),
    ...(problem && { problem }),
  };
}

function lineOf(cursor: string): number {
  const line = Number(fromCursor(cursor, 'import_rows').id);
  if (!Number.isInteger(line) || line < 0 || line > 2_000_000_000) throw new InvalidCursor(cursor);
  return line;
}
