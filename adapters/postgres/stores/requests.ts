import type { Knex } from 'knex';
import type { ActorName } from '../../../domain/actors.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import { nameKey } from '../db/name-key.ts';
import type { StoreRequestRow } from './rows.ts';

export interface NewStoreRequest {
  readonly storeId: string;
  readonly idempotencyKey?: string;
  /** Hash of the body: the same key with another hash is a `conflict`. */
  readonly fingerprint: string;
  readonly request: StoreRequest;
  readonly requestedBy?: ActorName;
}

/** Saves a request before its workflow is started. A repeated request returns the store of the first one. */
export async function insertRequest(
  database: Knex,
  input: NewStoreRequest,
): Promise<{ kind: 'saved'; storeId: string; isRepeated: boolean } | { kind: 'conflict' }> {
  if (await insertUnlessPresent(database, input, null))
    return { kind: 'saved', storeId: input.storeId, isRepeated: false };
  const first = await database<StoreRequestRow>('store_requests')
    .where({ idempotency_key: input.idempotencyKey ?? null })
    .first('store_id', 'fingerprint');
  if (!first || first.fingerprint !== input.fingerprint) return { kind: 'conflict' };
  return { kind: 'saved', storeId: first.store_id, isRepeated: true };
}

/** The request of an import's line, whose workflow is about to be started. Does nothing when repeated. */
export async function insertAcceptedRequest(
  database: Knex,
  input: Pick<NewStoreRequest, 'storeId' | 'request' | 'requestedBy'>,
): Promise<void> {
  await insertUnlessPresent(database, { ...input, fingerprint: input.storeId }, new Date());
}

/** Marks that Temporal has accepted the workflow: from now on the store is visible as `creating`. */
export async function markRequestAccepted(database: Knex, storeId: string): Promise<void> {
  await database<StoreRequestRow>('store_requests')
    .where({ store_id: storeId })
    .whereNull('accepted_at')
    .update({ accepted_at: database.fn.now() });
}

/** False when this store, or its idempotency key, is present. */
async function insertUnlessPresent(
  database: Knex,
  { storeId, idempotencyKey, fingerprint, request, requestedBy }: NewStoreRequest,
  acceptedAt: Date | null,
): Promise<boolean> {
  const inserted = await database<StoreRequestRow>('store_requests')
    .insert({
      store_id: storeId,
      idempotency_key: idempotencyKey ?? null,
      fingerprint,
      request,
      name_key: nameKey(request.name),
      accepted_at: acceptedAt,
      requested_by: requestedBy ?? null,
    })
    .onConflict()
    .ignore()
    .returning('store_id');
  return inserted.length > 0;
}
