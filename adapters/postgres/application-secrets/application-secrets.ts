import type { Knex } from 'knex';
import type { ClientSecrets, SecretBox, SecretClock } from '../../../activities/ports.ts';
import type { ApplicationSecrets } from '../../../api/ports.ts';
import type { Config } from '../../../config.ts';
import { overlapMs, predecessorValidUntil, secretPeriod } from '../../../domain/application-secret.ts';
import { queueWebhookEvent } from '../webhooks/queue-webhook-event.ts';
import type { ApplicationSecretRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { takeSecret } from './activate-client-secret.ts';

type Secrets = ClientSecrets & SecretClock & ApplicationSecrets & { noteEnvironmentSecret(): Promise<void> };

/**
 * The client secrets of our application. That of the environment is noted before anything is read, once for each
 * process: one that was never seen is a rotation; one that was seen before is no news, whatever replaced it since.
 */
export function createApplicationSecrets(
  database: Knex,
  box: SecretBox,
  config: Pick<Config, 'encryptionKeys' | 'yearMs'> & {
    readonly amazon: Pick<Config['amazon'], 'clientId' | 'clientSecret'>;
  },
): Secrets {
  const { encryptionKeys, yearMs } = config;
  const { clientId, clientSecret } = config.amazon;
  const ours = () => database<ApplicationSecretRow>('application_secrets').where({ client_id: clientId });
  const take = takeSecret(database, box, { clientId, encryptionKeys });
  let noted: Promise<void> | undefined;

  function noteEnvironmentSecret(): Promise<void> {
    noted ??= take({ clientSecret, source: 'environment' }).catch((error: unknown) => {
      noted = undefined;
      throw error;
    });
    return noted;
  }

  /** Those that may still work, the one in force first. */
  async function usable(): Promise<readonly ApplicationSecretRow[]> {
    await noteEnvironmentSecret();
    return ours().whereNotNull('sealed_secret').orderByRaw('replaced_at desc nulls first');
  }

  async function describe() {
    const [current, predecessor] = await usable();
    if (!current) throw new Error('No client secret of our application is in force.');
    return {
      ...secretPeriod(current.issued_at.toISOString(), yearMs),
      ...(predecessor?.replaced_at && {
        predecessorValidUntil: predecessorValidUntil(predecessor.replaced_at.toISOString(), yearMs),
      }),
      clientId,
      source: current.source,
      isVerified: current.verified,
    };
  }

  return {
    noteEnvironmentSecret,
    describe,

    async listInForce() {
      const rows = await usable();
      return Promise.all(
        rows.map(async ({ id, sealed_secret: sealed, verified }) => ({
          id,
          secret: await box.open(sealed ?? '', sealingContexts.applicationSecret(id)),
          isVerified: verified,
        })),
      );
    },

    async markVerified(id) {
      await ours().where({ id }).update({ verified: true });
    },

    async loadDates() {
      const { issuedAt, expiresAt, predecessorValidUntil: until } = await describe();
      return { issuedAt, expiresAt, ...(until && { predecessorValidUntil: until }) };
    },

    async queueExpiryEvent({ days, daysLeft, expiresAt }) {
      const key = `application/${clientId}/${expiresAt}/${days}`;
      const event = { type: 'application.secret_expiring', key, data: { clientId, expiresAt, daysLeft } } as const;
      await database.transaction((trx) => queueWebhookEvent(trx, { ...event, at: new Date().toISOString() }));
    },

    async destroyPredecessors() {
      const overlapBegan = new Date(Date.now() - overlapMs(yearMs));
      // A successor that Amazon has never accepted may be a mistake.
      await ours()
        .where('replaced_at', '<=', overlapBegan)
        .whereExists(ours().whereNull('replaced_at').where({ verified: true }))
        .update({ sealed_secret: null });
    },

    async takeRotatedSecret(rotated) {
      await noteEnvironmentSecret();
      await take({ ...rotated, source: 'api' });
    },
  };
}
