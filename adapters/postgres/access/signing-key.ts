import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { SigningKeyRow } from './rows.ts';

const name = 'cookies';

/**
 * The signing key of the installation, created by whichever process needs it first. Loading it seals it again, with
 * the newest encryption key, so that an older one can be retired.
 */
export async function loadSigningKey(database: Knex, vault: SecretVault): Promise<Uint8Array> {
  const context = sealingContexts.signingKey(name);
  const keys = () => database<SigningKeyRow>('signing_keys');
  if (!(await keys().where({ name }).first())) {
    const sealedKey = await vault.seal(randomBytes(32).toString('base64url'), context);
    await keys().insert({ name, sealed_key: sealedKey }).onConflict('name').ignore();
  }
  const row = await keys().where({ name }).first();
  if (!row) throw new Error('The insert of the signing key returned no row.');
  const key = await vault.open(row.sealed_key, context);
  await keys()
    .where({ name })
    .update({ sealed_key: await vault.seal(key, context) });
  return Buffer.from(key, 'base64url');
}
