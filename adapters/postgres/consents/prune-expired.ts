import type { Knex } from 'knex';
import { reason } from '../../../domain/reasons.ts';
import { deleteAbandonedImports } from '../imports/imports.ts';
import type { StoreRow } from '../stores/store.ts';
import type { ConsentRow } from './rows.ts';

/**
 * Deletes sign-in codes, connect links and unused consents that expired before `expiredBefore` (ISO 8601), and closes
 * consents that were given before then and lead nowhere.
 */
export async function pruneExpired(database: Knex, expiredBefore: string): Promise<void> {
  const before = new Date(expiredBefore);
  await database('sign_in_codes').where('expires_at', '<', before).delete();
  await closeForgottenConsents(database, before);
  // Given consents stay: a repeated callback is recognized by them.
  await database('consents').where('expires_at', '<', before).whereNull('received_at').delete();
  await database('connect_links').where('expires_at', '<', before).delete();
  await deleteAbandonedImports(database);
}

/** Never signalled to their workflow, or cut off by a release before 0.3.0: they had no outcome and kept a secret. */
async function closeForgottenConsents(database: Knex, before: Date): Promise<void> {
  const storesAtRest = database<StoreRow>('stores as s')
    .whereRaw('s.id = c.store_id')
    .whereNot({ status: 'verifying' })
    .whereRaw(`coalesce(s.workflow_state->'store'->>'attempt', '') not like '%' || c.id || '%'`);
  await database<ConsentRow>('consents as c')
    .where('received_at', '<', before)
    .whereNull('outcome')
    .whereExists(storesAtRest)
    .update({
      outcome: database.raw('?::jsonb', [JSON.stringify(reason('code_expired'))]),
      sealed_code: null,
      sealed_refresh_token: null,
    });
}
