import type { Knex } from 'knex';
import type { SecretBox } from '../../../activities/ports.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import { lockGrant } from '../db/locks.ts';
import { putGrantInForce } from '../authorizations/upsert-authorization.ts';
import type { GrantRow, ImportRowRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

/**
 * Makes the token of a row the authorization of its seller. One that is newer stays, and so does one that a store uses:
 * nobody has asked Amazon about the imported one yet, and a connection that works is never risked.
 */
export async function keepImportedGrant(
  trx: Knex.Transaction,
  box: SecretBox,
  { import_id, line, sealed_refresh_token: sealed }: ImportRowRow,
  sellerId: string,
  region: Region,
  period: AuthorizedPeriod,
): Promise<void> {
  await lockGrant(trx, sellerId, region);
  const held = await trx<GrantRow>('grants').where({ selling_partner_id: sellerId, region }).first();
  const isInForce = held?.sealed_refresh_token && held.expires_at > new Date();
  if (isInForce && (held.authorized_at >= new Date(period.authorizedAt) || (await isInUse(trx, held.id)))) return;
  const refreshToken = await box.open(sealed ?? '', sealingContexts.importedToken(import_id, line));
  await putGrantInForce(trx, box, { sellerId, region, refreshToken, period });
}

async function isInUse(trx: Knex.Transaction, grantId: string): Promise<boolean> {
  return Boolean(
    await trx<StoreRow>('stores').where({ grant_id: grantId }).whereNot({ status: 'deleted' }).first('id'),
  );
}
