import { heartbeat, sleep } from '@temporalio/activity';
import { type FieldMistake, mistakesDetail } from '../domain/field-error.ts';
import { reasonText, type Reason } from '../domain/reasons.ts';
import { periodFrom } from '../domain/renewal-schedule.ts';
import {
  commerceMistakes,
  grantMistake,
  type KnownAuthorizations,
  type KnownToCommerce,
  sellerMistake,
} from '../domain/store-settings-validation.ts';
import { differences, groupRows, refused, type RowResult } from '../domain/store-import.ts';
import type { ImportActivities } from './contract.ts';
import type { ImportRecords, StartStore, WaitingRow } from './ports.ts';

const rowsPerBatch = 100;
const rowsAtOnce = 5;

export interface ImportActivityDeps {
  readonly imports: ImportRecords;
  readonly catalog: KnownToCommerce;
  readonly authorizations: KnownAuthorizations;
  readonly startStore: StartStore;
  /** Length of the year of an authorization, milliseconds. */
  readonly yearMs: number;
  /** So many rows are taken in a second, to leave room for everybody else. */
  readonly importRowsPerSecond: number;
}

/** Each row goes the way of `POST /v1/stores`. What was done before an attempt broke off is found and not done again. */
export function createImportActivities(deps: ImportActivityDeps): ImportActivities {
  const { imports, catalog, authorizations, startStore, yearMs } = deps;
  return {
    async importRows(importId) {
      const rows = await imports.listWaitingRows(importId, rowsPerBatch);
      // Asked once for all of them. While Commerce is away this fails, and the rows wait.
      const websites = rows.length > 0 ? await catalog.listWebsites() : [];
      const commerce = { listWebsites: async () => websites, findAttribute: catalog.findAttribute };
      for (const group of groupRows(rows, rowsAtOnce)) {
        const [paced, ...settled] = await Promise.allSettled([
          sleep((group.length / deps.importRowsPerSecond) * 1000),
          ...group.map(async (row) => imports.settleRow(importId, row.line, await resultOf(importId, row, commerce))),
        ]);
        // After all of them have ended, so that the next attempt meets none of them under way.
        for (const each of [paced, ...settled]) if (each.status === 'rejected') throw each.reason;
        heartbeat();
      }
      return imports.countRows(importId);
    },
  };

  async function resultOf(importId: string, row: WaitingRow, commerce: KnownToCommerce): Promise<RowResult> {
    const { request, storeId, store, authorizedAt } = row;
    if (store.kind === 'created') return { outcome: 'created', storeId };
    if (store.kind === 'refused') return whyNot(row, store.reason);
    if (store.kind === 'none') {
      const existing = await compareWithNamesake(row);
      if (existing) return existing;
      const mistakes = await mistakesOf(row, commerce);
      if (mistakes.length > 0) return refused('invalid_body', mistakesDetail(mistakes), mistakes);
      await imports.noteStore(importId, row, authorizedAt === undefined ? undefined : periodFrom(authorizedAt, yearMs));
    }
    const { name, website, country, sellerId } = request;
    const started = await startStore({ storeId, name, website, country, ...(sellerId !== undefined && { sellerId }) });
    return started.outcome === 'created' ? { outcome: 'created', storeId } : whyNot(row, started.reason);
  }

  async function mistakesOf(row: WaitingRow, commerce: KnownToCommerce): Promise<readonly FieldMistake[]> {
    const { request, authorizedAt } = row;
    const [unknown, unauthorized] = await Promise.all([
      commerceMistakes(commerce, request),
      authorizedAt === undefined
        ? sellerMistake(authorizations, request)
        : grantMistake(authorizedAt, Date.now(), yearMs),
    ]);
    return unauthorized ? [...unknown, unauthorized] : unknown;
  }

  /** Also when the name was taken between the look and the start: by a row above, or by another import of the same file. */
  async function whyNot(row: WaitingRow, reason: Reason): Promise<RowResult> {
    const existing = reason.code === 'store_name_taken' ? await compareWithNamesake(row) : undefined;
    return existing ?? refused(reason.code, reasonText(reason));
  }

  async function compareWithNamesake({ request }: WaitingRow): Promise<RowResult | undefined> {
    const namesake = await imports.findNamesake(request.name);
    if (!namesake) return undefined;
    const errors = differences(request, namesake);
    if (errors.length === 0) return { outcome: 'already_there', storeId: namesake.id };
    const fields = errors.map(({ pointer }) => pointer.slice(1)).join(', ');
    const detail = `A store named "${namesake.name}" exists already and differs in: ${fields}. Change the store or the row.`;
    return refused('store_name_taken', detail, errors);
  }
}
