import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SettingsChange, StoreSettings } from '../../api/ports.ts';
import { nameKey } from './name-key.ts';
import { isUuid } from './readable.ts';
import type { StoreRow } from './rows.ts';
import { toStoreRecord } from './store-view.ts';
import { addTimelineEntries } from './timeline-entries.ts';

export function createStoreSettings(database: Knex): StoreSettings {
  return {
    async changeSettings(storeId, change, beforeCommit) {
      if (!isUuid(storeId)) return { kind: 'not_found' };
      try {
        return await database.transaction(async (trx) => {
          const before = await trx<StoreRow>('stores').where({ id: storeId }).forNoKeyUpdate().first();
          if (!before || before.status === 'deleted') return { kind: 'not_found' };
          const { changed, text } = settle(before, change);
          if (text === '') return { kind: 'changed', store: toStoreRecord(before) };
          const [after = before] = await trx<StoreRow>('stores')
            .where({ id: storeId })
            .update({ ...changed, updated_at: trx.raw('now()') })
            .returning('*');
          // Before the timeline: whoever writes that makes others wait until the commit.
          await beforeCommit();
          const key = `settings/${randomUUID()}`;
          await addTimelineEntries(trx, [{ storeId, key, what: 'settings_changed', text }]);
          return { kind: 'changed', store: toStoreRecord(after) };
        });
      } catch (error) {
        if (isNameTaken(error)) return { kind: 'name_taken' };
        throw error;
      }
    },
  };
}

/** What differs, and the sentence about it, which never shows an e-mail address. */
function settle(before: StoreRow, change: SettingsChange): { changed: Partial<StoreRow>; text: string } {
  const { name = before.name, email = before.email } = change;
  const secondEmail = change.secondEmail === undefined ? before.second_email : change.secondEmail;
  const type = change.productIdType === undefined ? before.product_id_type : change.productIdType;
  const attribute = change.attributeCode === undefined ? before.attribute_code : change.attributeCode;
  const sentences: string[] = [];
  if (name !== before.name) sentences.push(`The name was changed to "${name}".`);
  if (email !== before.email) sentences.push('The e-mail address was changed.');
  if (secondEmail !== before.second_email)
    sentences.push(secondEmail ? 'The second contact was changed.' : 'The second contact was removed.');
  if (type !== before.product_id_type || attribute !== before.attribute_code)
    sentences.push(
      type
        ? `Products are now matched by ${type}, from the attribute ${attribute}.`
        : 'The product mapping was removed.',
    );
  const changed = {
    name,
    name_key: nameKey(name),
    email,
    second_email: secondEmail,
    product_id_type: type,
    attribute_code: attribute,
  };
  return { changed, text: sentences.join(' ') };
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
