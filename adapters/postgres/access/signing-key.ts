import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { type SecretVault, SecretVaultError } from '../../../activities/ports.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { SigningKeyRow } from './rows.ts';

const name = 'cookies';

/**
 * The signing key of the installation, created by whichever process needs it first. Loading it seals it again, with
 * the newest encryption key. One that is damaged for good is replaced: every browser then signs in again.
 * @throws {SecretVaultError} when its encryption key is missing.
 */
export async function loadSigningKey(database: Knex, vault: SecretVault): Promise<Uint8Array> {
  const context = sealingContexts.signingKey(name);
  const keys = () => database<SigningKeyRow>('signing_keys').where({ name });
  const newKey = () => randomBytes(32).toString('base64url');
  if (!(await keys().first()))
    await database<SigningKeyRow>('signing_keys')
      .insert({ name, sealed_key: await vault.seal(newKey(), context) })
      .onConflict('name')
      .ignore();
  const row = await keys().first();
  if (!row) throw new Error('The insert of the signing key returned no row.');
  const key = await vault.open(row.sealed_key, context).catch((error: unknown) => {
    if (error instanceof SecretVaultError && !error.isKeyMissing) return newKey();
    throw error;
  });
  const replaced = await keys()
    .where({ sealed_key: row.sealed_key })
    .update({ sealed_key: await vault.seal(key, context) });
  // Another process was faster: what it stored is the key.
  return replaced === 1 ? Buffer.from(key, 'base64url') : loadSigningKey(database, vault);
}
