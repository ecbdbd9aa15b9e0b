import type { Knex } from 'knex';
import { deleteAbandonedImports } from '../imports/imports.ts';

/** Deletes sessions that are over, and sign-in codes, connect links and unused consents that expired before `expiredBefore` (ISO 8601). */
export async function pruneExpired(database: Knex, expiredBefore: string): Promise<void> {
  const before = new Date(expiredBefore);
  await database('sessions').where('expires_at', '<', new Date()).delete();
  await database('sign_in_codes').where('expires_at', '<', before).delete();
  // Given consents stay: a repeated callback is recognized by them.
  await database('consents').where('expires_at', '<', before).whereNull('received_at').delete();
  await database('connect_links').where('expires_at', '<', before).delete();
  await deleteAbandonedImports(database);
}
