import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import type { ProductIdType } from '../../../domain/marketplaces.ts';
import { type SettingsChange, timelineEntry } from '../../../domain/timeline.ts';
import { revokeLinks } from '../consents/end-links.ts';
import { nameKey } from '../db/name-key.ts';
import { isUuid } from '../db/pg-values.ts';
import { closeMessageAlarm } from '../messages/message-alarms.ts';
import { closeLossAlarm } from '../recovery/loss-alarms.ts';
import { type Store, type StoreRow, toStore } from './store.ts';
import { addTimelineEntries } from './timeline.ts';

export interface SettingsPatch {
  readonly name?: string;
  readonly email?: string;
  /** Null removes it. */
  readonly secondEmail?: string | null;
  /** Both or neither; null clears. */
  readonly productIdType?: ProductIdType | null;
  readonly attributeCode?: string | null;
}

type Outcome = { kind: 'changed'; store: Store } | { kind: 'name_taken' } | { kind: 'not_found' };

/** `beforeCommit` runs inside the transaction: when it throws, nothing has changed. Adds a `settings_changed` entry. */
export async function changeSettings(
  database: Knex,
  storeId: string,
  patch: SettingsPatch,
  beforeCommit: () => Promise<void>,
  notifyOperators: boolean,
  actor?: ActorName,
): Promise<Outcome> {
  if (!isUuid(storeId)) return { kind: 'not_found' };
  try {
    return await database.transaction((trx) => applyPatch(trx, storeId, patch, beforeCommit, notifyOperators, actor));
  } catch (error) {
    if (isNameTaken(error)) return { kind: 'name_taken' };
    throw error;
  }
}

async function applyPatch(
  trx: Knex.Transaction,
  storeId: string,
  patch: SettingsPatch,
  beforeCommit: () => Promise<void>,
  notifyOperators: boolean,
  actor?: ActorName,
): Promise<Outcome> {
  const before = await trx<StoreRow>('stores').where({ id: storeId }).forNoKeyUpdate().first();
  if (!before || before.status === 'deleted') return { kind: 'not_found' };
  const settings = patchedSettings(before, patch);
  const changes = describeChanges(before, settings);
  if (changes.length === 0) return { kind: 'changed', store: toStore(before) };
  const [after = before] = await trx<StoreRow>('stores')
    .where({ id: storeId })
    .update({ ...settings, updated_at: trx.raw('now()') })
    .returning('*');
  // The people of the old address hold its links.
  if (settings.email !== before.email) await revokeLinks(trx, storeId);
  for (const { field } of changes)
    if (field === 'email' || field === 'secondEmail') await closeMessageAlarm(trx, storeId, field, notifyOperators);
  if (settings.email !== before.email) await closeLossAlarm(trx, 'store_settings_lost', storeId, notifyOperators);
  // Before the timeline, whose writers wait for each other until the commit.
  await beforeCommit();
  const entry = timelineEntry('settings_changed', { changes });
  await addTimelineEntries(trx, [{ storeId, key: `settings/${randomUUID()}`, actor, ...entry }]);
  return { kind: 'changed', store: toStore(after) };
}

function patchedSettings(before: StoreRow, patch: SettingsPatch) {
  const { name = before.name, email = before.email } = patch;
  return {
    name,
    name_key: nameKey(name),
    email,
    second_email: patch.secondEmail === undefined ? before.second_email : patch.secondEmail,
    product_id_type: patch.productIdType === undefined ? before.product_id_type : patch.productIdType,
    attribute_code: patch.attributeCode === undefined ? before.attribute_code : patch.attributeCode,
  };
}

function describeChanges(before: StoreRow, after: ReturnType<typeof patchedSettings>): readonly SettingsChange[] {
  const { name, product_id_type: productIdType, attribute_code: attributeCode } = after;
  const changes: SettingsChange[] = [];
  if (name !== before.name) changes.push({ field: 'name', name });
  if (after.email !== before.email) changes.push({ field: 'email' });
  if (after.second_email !== before.second_email)
    changes.push({ field: 'secondEmail', isRemoved: !after.second_email });
  if (productIdType !== before.product_id_type || attributeCode !== before.attribute_code)
    changes.push({ field: 'productMapping', mapping: productIdType ? { productIdType, attributeCode } : undefined });
  return changes;
}

/** SQLSTATE 23505: unique_violation. */
function isNameTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === 'stores_live_name'
  );
}
