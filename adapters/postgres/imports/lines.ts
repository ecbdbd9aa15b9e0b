import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import type { LineCounts, LineOutcome, LineProblem, LineResult } from '../../../domain/store-import.ts';
import type { SellerProof } from '../../../domain/seller-proof.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import { destroyUnusedToken } from '../authorizations/destroy-unused-token.ts';
import { lockAuthorization } from '../db/locks.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { type PageOrder, toPage } from '../db/paging.ts';
import { isoOrUndefined } from '../db/pg-values.ts';
import { insertAcceptedRequest } from '../stores/requests.ts';
import type { StoreRequestRow } from '../stores/rows.ts';
import { markImportAccepted } from './imports.ts';
import type { ImportLineRow, ImportRow } from './rows.ts';
import { upsertImportedAuthorization } from './upsert-imported-authorization.ts';

export interface ImportLine {
  readonly line: number;
  readonly name?: string;
  readonly outcome: LineOutcome;
  readonly storeId?: string;
  readonly problem?: LineProblem;
}

export interface WaitingLine {
  readonly line: number;
  readonly storeId: string;
  readonly request: StoreRequest;
  /** When the seller gave the authorization that the line brings, if it brings one. */
  readonly authorizedAt?: string;
  /** What an attempt whose result was lost has done about its store. */
  readonly store:
    | { readonly kind: 'none' | 'requested' | 'created' }
    | { readonly kind: 'refused'; readonly reason: Reason };
}

/** In the order of the file. @throws {InvalidCursor} */
export function listLines(
  database: Knex,
  importId: string,
  query: PageQuery & { readonly outcome?: readonly LineOutcome[] },
): Promise<Page<ImportLine>> {
  const rows = database<ImportLineRow>('import_rows').where({ import_id: importId });
  if (query.outcome) rows.whereIn('outcome', query.outcome);
  return toPage(rows, query, lineOrder, (lines) => lines.map(toImportLine));
}

const lineOrder: PageOrder<ImportLineRow> = {
  name: 'import_rows',
  orderBy: 'line',
  after: 'line > ?::int',
  bindings: ({ id }) => (/^\d{1,9}$/.test(id) ? [id] : undefined),
  positionOf: ({ line }) => ({ value: '', id: String(line) }),
};

/** In the order of the file. */
export async function listWaitingLines(
  database: Knex,
  importId: string,
  limit: number,
): Promise<readonly WaitingLine[]> {
  await markImportAccepted(database, importId);
  const rows = await database('import_rows as r')
    .leftJoin('store_requests as s', 's.store_id', 'r.store_id')
    .where({ 'r.import_id': importId, 'r.outcome': 'waiting' })
    .orderBy('r.line')
    .limit(limit)
    .select<WaitingLineRow[]>('r.*', 's.created_at as requested_at', 's.recorded_at', 's.refused');
  return rows.map((row) => ({
    line: row.line,
    storeId: row.store_id,
    request: row.request,
    authorizedAt: isoOrUndefined(row.authorized_at),
    store: storeStateOf(row),
  }));
}

interface WaitingLineRow extends ImportLineRow, Pick<StoreRequestRow, 'recorded_at' | 'refused'> {
  store_id: string;
  request: StoreRequest;
  requested_at: Date | null;
}

function storeStateOf({ requested_at, recorded_at, refused }: WaitingLineRow): WaitingLine['store'] {
  if (refused) return { kind: 'refused', reason: refused };
  if (recorded_at) return { kind: 'created' };
  return { kind: requested_at ? 'requested' : 'none' };
}

/** The refresh token of a waiting line, decrypted. */
export async function openImportedToken(
  database: Knex,
  vault: SecretVault,
  importId: string,
  line: number,
): Promise<string | undefined> {
  const row = await database<ImportLineRow>('import_rows').where({ import_id: importId, line }).first();
  if (!row?.sealed_refresh_token) return undefined;
  return vault.open(row.sealed_refresh_token, sealingContexts.importedToken(importId, line));
}

/**
 * Requests the store of a line, once, as `POST /v1/stores` does before its workflow is started. `period`: of the
 * authorization that the line brings. `sellerProof`: whose it is; absent when Amazon refused its token.
 */
export function requestStore(
  database: Knex,
  vault: SecretVault,
  importId: string,
  { line, storeId, request }: WaitingLine,
  period?: AuthorizedPeriod,
  sellerProof?: SellerProof,
): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockWaitingLine(trx, importId, line);
    // An attempt that Temporal has timed out may resume late: what was decided meanwhile stays.
    if (!row) throw new Error(`Line ${line} of import ${importId} was settled by another attempt.`);
    const { sellerId, country } = request;
    if (period && sellerId !== undefined) {
      const { region } = marketplaces[country];
      await upsertImportedAuthorization(trx, vault, row, sellerId, region, period, sellerProof);
    }
    const { requested_by: by } = (await trx<ImportRow>('imports').where({ id: importId }).first('requested_by')) ?? {};
    await insertAcceptedRequest(trx, { storeId, request, requestedBy: by ?? undefined });
  });
}

/** Records the result of a line, once; forgets its settings and destroys its token. */
export function settleLine(database: Knex, importId: string, line: number, result: LineResult): Promise<void> {
  return database.transaction(async (trx) => {
    const row = await lockWaitingLine(trx, importId, line);
    if (!row) return;
    const isRefused = result.outcome === 'refused';
    await lineQuery(trx, importId, line).update({
      outcome: result.outcome,
      request: null,
      sealed_refresh_token: null,
      authorized_at: null,
      store_id: isRefused ? null : result.storeId,
      problem: isRefused ? result.problem : null,
      settled_at: new Date(),
    });
    const { sellerId, country } = row.request ?? {};
    if (!isRefused || !row.sealed_refresh_token || !sellerId || !country) return;
    const { region } = marketplaces[country];
    await lockAuthorization(trx, sellerId, region);
    await destroyUnusedToken(trx, sellerId, region);
  });
}

/** Returns how often the waiting line has failed by now. */
export async function countFailure(database: Knex, importId: string, line: number): Promise<number> {
  const [row] = await database<ImportLineRow>('import_rows')
    .where({ import_id: importId, line, outcome: 'waiting' })
    .increment('failures')
    .returning('failures');
  return row?.failures ?? 0;
}

export async function countLines(database: Knex, importId: string): Promise<LineCounts> {
  const counts = { waiting: 0, created: 0, already_there: 0, refused: 0 };
  const rows = await database<ImportLineRow>('import_rows')
    .where({ import_id: importId })
    .groupBy('outcome')
    .select<{ outcome: LineOutcome; count: number }[]>('outcome', database.raw('count(*)::int as count'));
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

function lineQuery(trx: Knex.Transaction, importId: string, line: number) {
  return trx<ImportLineRow>('import_rows').where({ import_id: importId, line });
}

async function lockWaitingLine(
  trx: Knex.Transaction,
  importId: string,
  line: number,
): Promise<ImportLineRow | undefined> {
  return lineQuery(trx, importId, line).where({ outcome: 'waiting' }).forNoKeyUpdate().first();
}

function toImportLine({ line, name, outcome, store_id, problem }: ImportLineRow): ImportLine {
  return {
    line,
    name: name ?? undefined,
    outcome,
    // Of a waiting line it is not known yet whether there will be a store.
    storeId: outcome === 'waiting' ? undefined : (store_id ?? undefined),
    problem: problem ?? undefined,
  };
}
