import type { Knex } from 'knex';
import type { StoreRequests } from '../../api/ports.ts';
import { nameKey } from './name-key.ts';
import type { StoreRequestRow, StoreRow } from './rows.ts';

export function createStoreRequests(database: Knex): StoreRequests {
  return {
    async noteRequest({ storeId, idempotencyKey, fingerprint, request }) {
      const noted = await database<StoreRequestRow>('store_requests')
        .insert({
          store_id: storeId,
          idempotency_key: idempotencyKey ?? null,
          fingerprint,
          request,
          name_key: nameKey(request.name),
        })
        .onConflict()
        .ignore()
        .returning('store_id');
      if (noted.length > 0) return { kind: 'noted', storeId, repeated: false };
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
