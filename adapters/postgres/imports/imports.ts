import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import type { ActorName } from '../../../domain/actors.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import { type LineCounts, lineOutcomes, type LineProblem } from '../../../domain/store-import.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import { byCreation, toPage } from '../db/paging.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { ImportLineRow, ImportRow } from './rows.ts';

/** An authorization that the seller gave to us through another system. */
export interface ImportedAuthorization {
  readonly refreshToken: string;
  readonly authorizedAt: string;
}

/** `problem`: the line was refused while the file was read; the rest of it is not kept. */
export type NewImportLine =
  | { readonly line: number; readonly request: StoreRequest; readonly authorization?: ImportedAuthorization }
  | { readonly line: number; readonly name?: string; readonly problem: LineProblem };

export interface NewImport {
  readonly idempotencyKey?: string;
  /** Hash of the file: the same key with another hash is a `conflict`. */
  readonly fingerprint: string;
  readonly lines: readonly NewImportLine[];
  readonly requestedBy?: ActorName;
}

export interface Import {
  readonly id: string;
  readonly counts: LineCounts;
  readonly createdAt: string;
  /** When the last of its lines was settled; absent while lines wait. */
  readonly finishedAt?: string;
}

const rowsPerInsert = 500;

/** Saves an import before its workflow is started. A repeated one returns the first. */
export async function saveImport(
  database: Knex,
  vault: SecretVault,
  { idempotencyKey, fingerprint, lines, requestedBy }: NewImport,
): Promise<{ kind: 'saved'; importId: string } | { kind: 'conflict' }> {
  const importId = randomUUID();
  const rows = await Promise.all(lines.map((line) => toSealedRow(vault, importId, line)));
  return database.transaction(async (trx) => {
    const inserted = await trx<ImportRow>('imports')
      .insert({ id: importId, idempotency_key: idempotencyKey ?? null, fingerprint, requested_by: requestedBy ?? null })
      .onConflict('idempotency_key')
      .ignore()
      .returning('id');
    if (inserted.length === 0) {
      const first = await trx<ImportRow>('imports').where({ idempotency_key: idempotencyKey }).first();
      return first?.fingerprint === fingerprint ? { kind: 'saved', importId: first.id } : { kind: 'conflict' };
    }
    for (let start = 0; start < rows.length; start += rowsPerInsert)
      await trx<ImportLineRow>('import_rows').insert(rows.slice(start, start + rowsPerInsert));
    return { kind: 'saved', importId };
  });
}

/**
 * Marks that Temporal has accepted the workflow: from now on the import is visible. Its first batch does so, too, in
 * case the API died before it could.
 */
export async function markImportAccepted(database: Knex, importId: string): Promise<void> {
  await database<ImportRow>('imports')
    .where({ id: importId })
    .whereNull('accepted_at')
    .update({ accepted_at: new Date() });
}

export async function findImport(database: Knex, importId: string): Promise<Import | undefined> {
  const row = await importsWithCounts(database).where('i.id', importId).first();
  return row && toImport(row);
}

/** Newest first. @throws {InvalidCursor} */
export function listImports(database: Knex, page: PageQuery): Promise<Page<Import>> {
  return toPage(importsWithCounts(database), page, newestFirst, (rows) => rows.map(toImport));
}

/** Deletes imports whose request ended without a 2xx and was not repeated for a day. */
export async function deleteAbandonedImports(database: Knex): Promise<void> {
  await database<ImportRow>('imports')
    .whereNull('accepted_at')
    .whereRaw(`created_at < now() - interval '1 day'`)
    .delete();
}

type ImportWithCounts = ImportRow & LineCounts & { settled_at: Date };

const newestFirst = byCreation<ImportWithCounts>('imports', 'desc', 'i');

function importsWithCounts(database: Knex) {
  const count = (outcome: string) =>
    database.raw(`count(*) filter (where r.outcome = '${outcome}')::int as ${outcome}`);
  return database('imports as i')
    .join('import_rows as r', 'r.import_id', 'i.id')
    .whereNotNull('i.accepted_at')
    .groupBy('i.id')
    .select<ImportWithCounts[]>('i.*', ...lineOutcomes.map(count), database.raw('max(r.settled_at) as settled_at'));
}

async function toSealedRow(
  vault: SecretVault,
  importId: string,
  input: NewImportLine,
): Promise<Partial<ImportLineRow>> {
  const { line } = input;
  if ('problem' in input) {
    const { name = null, problem } = input;
    return { import_id: importId, line, name, outcome: 'refused', problem, settled_at: new Date() };
  }
  const { request, authorization } = input;
  return {
    import_id: importId,
    line,
    name: request.name,
    store_id: randomUUID(),
    request,
    outcome: 'waiting',
    ...(authorization && {
      sealed_refresh_token: await vault.seal(authorization.refreshToken, sealingContexts.importedToken(importId, line)),
      authorized_at: new Date(authorization.authorizedAt),
    }),
  };
}

function toImport(row: ImportWithCounts): Import {
  const { waiting, created, already_there, refused } = row;
  return {
    id: row.id,
    counts: { waiting, created, already_there, refused },
    createdAt: row.created_at.toISOString(),
    finishedAt: waiting === 0 ? row.settled_at.toISOString() : undefined,
  };
}
