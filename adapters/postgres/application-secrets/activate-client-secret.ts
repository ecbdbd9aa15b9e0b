import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { SecretBox } from '../../../activities/ports.ts';
import { fingerprintsOf } from '../../secrets/fingerprint.ts';
import type { SealingKey } from '../../secrets/secret-box.ts';
import { lockApplication } from '../db/locks.ts';
import type { ApplicationSecretRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

interface GivenSecret {
  readonly clientSecret: string;
  readonly source: ApplicationSecretRow['source'];
  /** ISO 8601; unless told, now. */
  readonly issuedAt?: string;
  readonly isVerified?: boolean;
}

interface Application {
  readonly clientId: string;
  readonly encryptionKeys: readonly SealingKey[];
}

/**
 * Takes a client secret into force, sealed, in place of the one before. What the environment says again changes
 * nothing: the later of an environment and a call of the API is in force, counted by when each was first seen.
 */
export function takeSecret(database: Knex, box: SecretBox, { clientId, encryptionKeys }: Application) {
  return (given: GivenSecret): Promise<void> =>
    database.transaction(async (trx) => {
      await lockApplication(trx, clientId);
      const ours = () => trx<ApplicationSecretRow>('application_secrets').where({ client_id: clientId });
      const fingerprints = fingerprintsOf(given.clientSecret, encryptionKeys);
      const [fingerprint = ''] = fingerprints;
      const known = await ours().whereIn('fingerprint', fingerprints).first();
      if (known && known.fingerprint !== fingerprint) await ours().where({ id: known.id }).update({ fingerprint });
      if (known && given.source === 'environment') return;
      const now = new Date();
      const issuedAt = given.issuedAt ? new Date(given.issuedAt) : (known?.issued_at ?? now);
      const id = known?.id ?? randomUUID();
      // Amazon counts the overlap from when the successor was made.
      const replacedAt = new Date(Math.min(issuedAt.getTime(), now.getTime()));
      await ours().whereNull('replaced_at').whereNot({ id }).update({ replaced_at: replacedAt });
      const row = {
        id,
        client_id: clientId,
        fingerprint,
        sealed_secret: await box.seal(given.clientSecret, sealingContexts.applicationSecret(id)),
        source: given.source,
        verified: (given.isVerified ?? false) || (known?.verified ?? false),
        issued_at: issuedAt,
        replaced_at: null,
      };
      await trx<ApplicationSecretRow>('application_secrets').insert(row).onConflict('id').merge();
    });
}
