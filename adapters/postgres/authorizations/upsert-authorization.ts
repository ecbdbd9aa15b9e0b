import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretBox } from '../../../activities/ports.ts';
import type { Region } from '../../../domain/marketplaces.ts';
import type { AuthorizedPeriod } from '../../../domain/renewal-schedule.ts';
import type { GrantRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

interface NewGrant {
  readonly sellerId: string;
  readonly region: Region;
  readonly refreshToken: string;
  readonly period: AuthorizedPeriod;
}

/** Seals the token in its place, over the one that was there. The caller holds the lock of the grant. */
export async function putGrantInForce(
  trx: Knex.Transaction,
  box: SecretBox,
  { sellerId, region, refreshToken, period }: NewGrant,
): Promise<string> {
  const inForce = {
    sealed_refresh_token: await box.seal(refreshToken, sealingContexts.grantToken(sellerId, region)),
    authorized_at: new Date(period.authorizedAt),
    expires_at: new Date(period.expiresAt),
  };
  const [kept] = await trx<GrantRow>('grants')
    .insert({ id: randomUUID(), selling_partner_id: sellerId, region, ...inForce })
    .onConflict(['selling_partner_id', 'region'])
    .merge(inForce)
    .returning('id');
  if (!kept) throw new Error('PostgreSQL kept a grant and did not say where.');
  return kept.id;
}
