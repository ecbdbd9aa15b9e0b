import type { Knex } from 'knex';
import { reason } from '../../../domain/reasons.ts';
import type { ConsentRow } from './rows.ts';

/** The consents of a store that have no outcome yet are cancelled; the secrets of all of them are destroyed. */
export async function cancelConsents(trx: Knex.Transaction, storeId: string): Promise<void> {
  const cancelled = trx.raw('?::jsonb', [JSON.stringify(reason('disconnected_by_admin'))]);
  await trx<ConsentRow>('consents')
    .where({ store_id: storeId })
    .whereNotNull('received_at')
    .whereNull('outcome')
    .update({ outcome: cancelled });
  await trx<ConsentRow>('consents')
    .where({ store_id: storeId })
    .update({ sealed_code: null, sealed_refresh_token: null });
}
