import type { Knex } from 'knex';
import { type SecretVault, SecretVaultError } from '../../../activities/ports.ts';
import { secretFingerprints } from '../../secrets/fingerprint.ts';
import { kidOf, type SealingKey } from '../../secrets/secret-vault.ts';
import { type SealedColumn, sealedColumns, type SealedValue, sealedValues } from './columns.ts';
import { openUnreadableAlarm } from './unreadable-alarms.ts';

export interface Inspection {
  readonly database: Knex;
  readonly vault: SecretVault;
  /** The first one seals. */
  readonly keys: readonly SealingKey[];
  readonly notifyOperators: boolean;
  /** Whether values of older keys are sealed again. */
  readonly reseals: boolean;
}

/** How far an inspection of all sealed values has come. */
export interface InspectionPosition {
  readonly column: number;
  readonly context: string;
}

export const inspectionStart: InspectionPosition = { column: 0, context: '' };

export interface InspectedBatch {
  readonly table: string;
  readonly resealed: number;
  readonly unreadable: number;
  /** Undefined after the last batch. */
  readonly next: InspectionPosition | undefined;
}

interface Resealed {
  readonly sealed: string;
  readonly resealed: string;
  readonly fingerprint?: string;
}

/**
 * Opens the next values: those that cannot be opened get their alarm, those of an older key are sealed with the current
 * one. May be repeated at any time; a value that is replaced meanwhile stays as it is.
 */
export async function inspectNextValues(
  inspection: Inspection,
  { column: index, context: after }: InspectionPosition,
  limit: number,
): Promise<InspectedBatch> {
  const column = sealedColumns[index];
  if (!column) throw new Error(`There is no sealed column ${index}.`);
  const values = await sealedValues(inspection.database, column)
    .where('context', '>', after)
    .orderBy('context')
    .limit(limit)
    .select<SealedValue[]>();
  const resealed: Resealed[] = [];
  let unreadable = 0;
  for (const value of values) {
    try {
      resealed.push(...(await inspectValue(inspection, column, value)));
    } catch (error) {
      if (!(error instanceof SecretVaultError)) throw error;
      unreadable += 1;
      if (column.isReplaceable) await removeValue(inspection.database, column, value);
      else await openUnreadableAlarm(inspection.database, error, inspection.notifyOperators);
    }
  }
  return {
    table: column.table,
    resealed: await replaceValues(inspection.database, column, resealed),
    unreadable,
    next: nextPosition(index, values.length === limit ? values.at(-1) : undefined),
  };
}

async function inspectValue(
  { vault, keys, reseals }: Inspection,
  { table }: SealedColumn,
  { context, sealed }: SealedValue,
): Promise<readonly Resealed[]> {
  const plainText = await vault.open(sealed, context);
  if (!reseals || kidOf(sealed) === keys[0]?.kid) return [];
  const resealed = await vault.seal(plainText, context);
  // A client secret is recognized by a hash that the key makes, too.
  const [fingerprint] = table === 'application_secrets' ? secretFingerprints(plainText, keys) : [];
  return [{ sealed, resealed, fingerprint }];
}

/** A sealed text exists only once, so it identifies its row, and a row that has changed is not found. */
async function replaceValues(
  database: Knex,
  { table, column }: SealedColumn,
  values: readonly Resealed[],
): Promise<number> {
  if (values.length === 0) return 0;
  const fingerprint = table === 'application_secrets' ? ', fingerprint = v.fingerprint' : '';
  const { rowCount } = await database.raw<{ rowCount: number }>(
    `update ${table} set ${column} = v.resealed${fingerprint}
     from jsonb_to_recordset(?::jsonb) as v(sealed text, resealed text, fingerprint text)
     where ${table}.${column} = v.sealed`,
    [JSON.stringify(values)],
  );
  return rowCount;
}

async function removeValue(database: Knex, { table, column }: SealedColumn, { sealed }: SealedValue): Promise<void> {
  await database(table)
    .where({ [column]: sealed })
    .update({ [column]: null });
}

function nextPosition(column: number, last: SealedValue | undefined): InspectionPosition | undefined {
  if (last) return { column, context: last.context };
  return column + 1 < sealedColumns.length ? { column: column + 1, context: '' } : undefined;
}
