import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretVault } from '../../../activities/ports.ts';
import { secretFingerprints } from '../../secrets/fingerprint.ts';
import { openIfReadable, type SealingKey } from '../../secrets/secret-vault.ts';
import { lockApplication } from '../db/locks.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import type { ApplicationSecretRow } from './rows.ts';

interface NewSecret {
  readonly clientSecret: string;
  readonly source: ApplicationSecretRow['source'];
  /** ISO 8601; default now. */
  readonly issuedAt?: string;
  readonly isVerified?: boolean;
}

interface Application {
  readonly clientId: string;
  readonly encryptionKeys: readonly SealingKey[];
}

/**
 * Seals a client secret and makes it the current one. A secret of the environment that was seen before changes nothing:
 * of an environment and a call of the API, the one that was first seen later is current.
 */
export function activateClientSecret(
  database: Knex,
  vault: SecretVault,
  { clientId, encryptionKeys }: Application,
  { clientSecret, source, issuedAt, isVerified = false }: NewSecret,
): Promise<void> {
  return database.transaction(async (trx) => {
    await lockApplication(trx, clientId);
    const secrets = () => trx<ApplicationSecretRow>('application_secrets').where({ client_id: clientId });
    const fingerprints = secretFingerprints(clientSecret, encryptionKeys);
    const [fingerprint = ''] = fingerprints;
    const existing = await secrets().whereIn('fingerprint', fingerprints).first();
    if (existing && existing.fingerprint !== fingerprint)
      await secrets().where({ id: existing.id }).update({ fingerprint });
    if (existing && source === 'environment') return repair(trx, vault, existing, clientSecret);
    const now = new Date();
    const issued = issuedAt ? new Date(issuedAt) : (existing?.issued_at ?? now);
    const id = existing?.id ?? randomUUID();
    // Amazon's overlap begins when the successor is created.
    const replacedAt = new Date(Math.min(issued.getTime(), now.getTime()));
    await secrets().whereNull('replaced_at').whereNot({ id }).update({ replaced_at: replacedAt });
    const row = {
      id,
      client_id: clientId,
      fingerprint,
      sealed_secret: await vault.seal(clientSecret, sealingContexts.applicationSecret(id)),
      source,
      verified: isVerified || (existing?.verified ?? false),
      issued_at: issued,
      replaced_at: null,
    };
    await trx<ApplicationSecretRow>('application_secrets').insert(row).onConflict('id').merge();
  });
}

/** A stored secret that cannot be opened is sealed again from the environment that has it; its dates stay. */
async function repair(
  trx: Knex.Transaction,
  vault: SecretVault,
  { id, sealed_secret: sealed }: ApplicationSecretRow,
  clientSecret: string,
): Promise<void> {
  const context = sealingContexts.applicationSecret(id);
  if (!sealed || (await openIfReadable(vault, sealed, context)) !== undefined) return;
  await trx<ApplicationSecretRow>('application_secrets')
    .where({ id })
    .update({ sealed_secret: await vault.seal(clientSecret, context) });
}
