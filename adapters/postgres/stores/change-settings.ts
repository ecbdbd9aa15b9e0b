import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SettingsChange, StoreSettings } from '../../../api/ports.ts';
import { type Spoken, timelineNote } from '../../../domain/timeline.ts';
import { nameKey } from '../db/name-key.ts';
import { isUuid } from '../db/pg-values.ts';
import type { StoreRow } from './rows.ts';
import { toStoreRecord } from './store-view.ts';
import { addTimelineEntries } from './timeline.ts';

export function createStoreSettings(database: Knex): StoreSettings {
  return {
    async changeSettings(storeId, change, beforeCommit) {
      if (!isUuid(storeId)) return { kind: 'not_found' };
      try {
        return await database.transaction(async (trx) => {
          const before = await trx<StoreRow>('stores').where({ id: storeId }).forNoKeyUpdate().first();
          if (!before || before.status === 'deleted') return { kind: 'not_found' };
          const { changed, sentences } = settle(before, change);
          if (sentences.length === 0) return { kind: 'changed', store: toStoreRecord(before) };
          const [after = before] = await trx<StoreRow>('stores')
            .where({ id: storeId })
            .update({ ...changed, updated_at: trx.raw('now()') })
            .returning('*');
          // Before the timeline: whoever writes that makes others wait until the commit.
          await beforeCommit();
          const key = `settings/${randomUUID()}`;
          const note = timelineNote('settings_changed', {
            en: sentences.map(({ en }) => en).join(' '),
            nl: sentences.map(({ nl }) => nl).join(' '),
          });
          await addTimelineEntries(trx, [{ storeId, key, ...note }]);
          return { kind: 'changed', store: toStoreRecord(after) };
        });
      } catch (error) {
        if (isNameTaken(error)) return { kind: 'name_taken' };
        throw error;
      }
    },
  };
}

/** What differs, and the sentences about it, which never show an e-mail address. */
function settle(before: StoreRow, change: SettingsChange): { changed: Partial<StoreRow>; sentences: Spoken[] } {
  const { name = before.name, email = before.email } = change;
  const secondEmail = change.secondEmail === undefined ? before.second_email : change.secondEmail;
  const type = change.productIdType === undefined ? before.product_id_type : change.productIdType;
  const attribute = change.attributeCode === undefined ? before.attribute_code : change.attributeCode;
  const sentences: Spoken[] = [];
  if (name !== before.name)
    sentences.push({ en: `The name was changed to "${name}".`, nl: `De naam is gewijzigd in "${name}".` });
  if (email !== before.email)
    sentences.push({ en: 'The e-mail address was changed.', nl: 'Het e-mailadres is gewijzigd.' });
  if (secondEmail !== before.second_email)
    sentences.push(
      secondEmail
        ? { en: 'The second contact was changed.', nl: 'De tweede contactpersoon is gewijzigd.' }
        : { en: 'The second contact was removed.', nl: 'De tweede contactpersoon is verwijderd.' },
    );
  if (type !== before.product_id_type || attribute !== before.attribute_code)
    sentences.push(
      type
        ? {
            en: `Products are now matched by ${type}, from the attribute ${attribute}.`,
            nl: `Producten worden nu herkend aan ${type}, uit het attribuut ${attribute}.`,
          }
        : { en: 'The product mapping was removed.', nl: 'De productkoppeling is verwijderd.' },
    );
  const changed = {
    name,
    name_key: nameKey(name),
    email,
    second_email: secondEmail,
    product_id_type: type,
    attribute_code: attribute,
  };
  return { changed, sentences };
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
