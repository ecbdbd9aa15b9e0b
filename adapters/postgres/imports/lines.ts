import type { Knex } from 'knex';
import type { ImportRecords, SecretBox, WaitingRow } from '../../../activities/ports.ts';
import { marketplaces } from '../../../domain/marketplaces.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import { lockGrant } from '../db/locks.ts';
import { destroyUnusedGrant } from '../authorizations/destroy-unused-token.ts';
import { keepImportedGrant } from './upsert-imported-authorization.ts';
import { acceptImport, rowCounts } from './imports.ts';
import { nameKey } from '../db/name-key.ts';
import type { ImportRowRow, StoreRequestRow, StoreRow } from '../stores/rows.ts';
import { insertRequest } from '../stores/requests.ts';
import { toStoreRecord } from '../stores/store-view.ts';

interface WaitingRowRow extends ImportRowRow, Pick<StoreRequestRow, 'recorded_at' | 'refused'> {
  store_id: string;
  request: StoreRequest;
  noted_at: Date | null;
}

/** The worker's side of an import: what waits, and what became of it. */
export function createImportRecords(database: Knex, box: SecretBox): ImportRecords {
  return {
    async listWaitingRows(importId, limit) {
      await acceptImport(database, importId);
      const rows = await database('import_rows as r')
        .leftJoin('store_requests as s', 's.store_id', 'r.store_id')
        .where({ 'r.import_id': importId, 'r.outcome': 'waiting' })
        .orderBy('r.line')
        .limit(limit)
        .select<WaitingRowRow[]>('r.*', 's.created_at as noted_at', 's.recorded_at', 's.refused');
      return rows.map((row) => ({
        line: row.line,
        storeId: row.store_id,
        request: row.request,
        ...(row.authorized_at && { authorizedAt: row.authorized_at.toISOString() }),
        store: storeSoFar(row),
      }));
    },

    async findNamesake(name) {
      const row = await database<StoreRow>('stores')
        .where({ name_key: nameKey(name) })
        .whereNot({ status: 'deleted' })
        .first();
      return row && toStoreRecord(row);
    },

    noteStore(importId, { line, storeId, request }, period) {
      return database.transaction(async (trx) => {
        const row = await waitingRow(trx, importId, line);
        // An attempt that Temporal has given up may wake up late: what was decided meanwhile stays.
        if (!row) throw new Error(`Line ${line} of import ${importId} was settled by another attempt.`);
        const { sellerId, country } = request;
        if (period && sellerId !== undefined)
          await keepImportedGrant(trx, box, row, sellerId, marketplaces[country].region, period);
        await insertRequest(trx, { storeId, fingerprint: storeId, request, acceptedAt: new Date() });
      });
    },

    settleRow(importId, line, result) {
      return database.transaction(async (trx) => {
        const row = await waitingRow(trx, importId, line);
        if (!row) return;
        const isRefused = result.outcome === 'refused';
        await rowOf(trx, importId, line).update({
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
        await lockGrant(trx, sellerId, region);
        await destroyUnusedGrant(trx, sellerId, region);
      });
    },

    countRows: (importId) => rowCounts(database, importId),
  };
}

function rowOf(trx: Knex.Transaction, importId: string, line: number) {
  return trx<ImportRowRow>('import_rows').where({ import_id: importId, line });
}

async function waitingRow(trx: Knex.Transaction, importId: string, line: number): Promise<ImportRowRow | undefined> {
  return rowOf(trx, importId, line).where({ outcome: 'waiting' }).forNoKeyUpdate().first();
}

function storeSoFar({ noted_at, recorded_at, refused }: WaitingRowRow): WaitingRow['store'] {
  if (refused) return { kind: 'refused', reason: refused };
  if (recorded_at) return { kind: 'created' };
  return { kind: noted_at ? 'noted' : 'none' };
}
