import type { Knex } from 'knex';
import type { StoreRequests } from '../../../api/ports.ts';
import { nameKey } from '../db/name-key.ts';
import type { StoreRequestRow, StoreRow } from './rows.ts';

type NewRequest = Parameters<StoreRequests['noteRequest']>[0] & { readonly acceptedAt?: Date };

export function createStoreRequests(database: Knex): StoreRequests {
  return {
    async noteRequest({ storeId, idempotencyKey, fingerprint, request }) {
      const isNew = await insertRequest(database, { storeId, idempotencyKey, fingerprint, request });
      if (isNew) return { kind: 'noted', storeId, repeated: false };
      const first = await database<StoreRequestRow>('store_requests')
        .where({ idempotency_key: idempotencyKey ?? null })
        .first('store_id', 'fingerprint');
      if (!first || first.fingerprint !== fingerprint) return { kind: 'conflict' };
      return { kind: 'noted', storeId: first.store_id, repeated: true };
    },

    async markAccepted(storeId) {
      await database<StoreRequestRow>('store_requests')
        .where({ store_id: storeId })
        .whereNull('accepted_at')
        .update({ accepted_at: database.fn.now() });
    },

    async findStoreByName(name) {
      return database<StoreRow>('stores')
        .where({ name_key: nameKey(name) })
        .whereNot({ status: 'deleted' })
        .first('id');
    },
  };
}

/** False when this store, or the key, was asked for before. */
export async function insertRequest(
  database: Knex,
  { storeId, idempotencyKey, fingerprint, request, acceptedAt }: NewRequest,
): Promise<boolean> {
  const noted = await database<StoreRequestRow>('store_requests')
    .insert({
      store_id: storeId,
      idempotency_key: idempotencyKey ?? null,
      fingerprint,
      request,
      name_key: nameKey(request.name),
      accepted_at: acceptedAt ?? null,
    })
    .onConflict()
    .ignore()
    .returning('store_id');
  return noted.length > 0;
}
