import type { Knex } from 'knex';
import type { ApplicationSecretDates, ExpiryWarning } from '../../../activities/contract.ts';
import type { ClientSecret, ClientSecrets, SecretVault } from '../../../activities/ports.ts';
import type { Config } from '../../../config.ts';
import { overlapMs, predecessorValidUntil, secretPeriod } from '../../../domain/application-secret.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';
import { queueWebhookEvent } from '../webhooks/queue-webhook-event.ts';
import { activateClientSecret } from './activate-client-secret.ts';
import type { ApplicationSecretRow } from './rows.ts';

type ApplicationConfig = Pick<Config, 'encryptionKeys' | 'yearMs'> & {
  readonly amazon: Pick<Config['amazon'], 'clientId' | 'clientSecret'>;
};

export interface ApplicationSecret extends ApplicationSecretDates {
  readonly clientId: string;
  /** `environment`: its age is unknown and counted from when it was first seen. */
  readonly source: ApplicationSecretRow['source'];
  /** True once Amazon has accepted it. */
  readonly isVerified: boolean;
}

/**
 * The client secrets of our application. Before anything is read, each process activates the secret of its environment
 * once: one that was never seen is a rotation; one that was seen before changes nothing.
 */
export class ApplicationSecrets implements ClientSecrets {
  readonly #database: Knex;
  readonly #vault: SecretVault;
  readonly #config: ApplicationConfig;
  #activation: Promise<void> | undefined;

  constructor(database: Knex, vault: SecretVault, config: ApplicationConfig) {
    this.#database = database;
    this.#vault = vault;
    this.#config = config;
  }

  activateEnvironmentSecret(): Promise<void> {
    const { clientSecret } = this.#config.amazon;
    this.#activation ??= this.#activate({ clientSecret, source: 'environment' }).catch((error: unknown) => {
      this.#activation = undefined;
      throw error;
    });
    return this.#activation;
  }

  /** Takes effect at once for every process. Repeated with another date, it corrects the date. */
  async activateRotatedSecret(rotated: {
    readonly clientSecret: string;
    readonly issuedAt?: string;
    readonly isVerified: boolean;
  }): Promise<void> {
    await this.activateEnvironmentSecret();
    await this.#activate({ ...rotated, source: 'api' });
  }

  async describe(): Promise<ApplicationSecret> {
    const { yearMs, amazon } = this.#config;
    const [current, predecessor] = await this.#listUsable();
    if (!current) throw new Error('There is no current client secret of our application.');
    const replacedAt = predecessor?.replaced_at?.toISOString();
    return {
      ...secretPeriod(current.issued_at.toISOString(), yearMs),
      predecessorValidUntil: replacedAt && predecessorValidUntil(replacedAt, yearMs),
      clientId: amazon.clientId,
      source: current.source,
      isVerified: current.verified,
    };
  }

  async loadDates(): Promise<ApplicationSecretDates> {
    const { issuedAt, expiresAt, predecessorValidUntil: validUntil } = await this.describe();
    return { issuedAt, expiresAt, predecessorValidUntil: validUntil };
  }

  async listInForce(): Promise<readonly ClientSecret[]> {
    const secrets: ClientSecret[] = [];
    for (const { id, sealed_secret: sealed, verified: isVerified } of await this.#listUsable()) {
      // The others may still be accepted.
      const secret = await openIfReadable(this.#vault, sealed ?? '', sealingContexts.applicationSecret(id));
      if (secret !== undefined) secrets.push({ id, secret, isVerified });
    }
    return secrets;
  }

  async markVerified(id: string): Promise<void> {
    await this.#secrets().where({ id }).update({ verified: true });
  }

  /** Queues `application.secret_expiring`, once per warning. */
  async queueExpiryEvent({ days, daysLeft, expiresAt }: ExpiryWarning): Promise<void> {
    const { clientId } = this.#config.amazon;
    const key = `application/${clientId}/${expiresAt}/${days}`;
    const event = { type: 'application.secret_expiring', key, data: { clientId, expiresAt, daysLeft } } as const;
    await this.#database.transaction((trx) => queueWebhookEvent(trx, { ...event, at: new Date().toISOString() }));
  }

  /** Destroys the secrets that Amazon no longer accepts. */
  async destroyPredecessors(): Promise<void> {
    const overlapBegan = new Date(Date.now() - overlapMs(this.#config.yearMs));
    // A successor that Amazon has never accepted may be mistyped.
    await this.#secrets()
      .where('replaced_at', '<=', overlapBegan)
      .whereExists(this.#secrets().whereNull('replaced_at').where({ verified: true }))
      .update({ sealed_secret: null });
  }

  /** Secrets that Amazon may accept, the current one first. */
  async #listUsable(): Promise<readonly ApplicationSecretRow[]> {
    await this.activateEnvironmentSecret();
    return this.#secrets().whereNotNull('sealed_secret').orderByRaw('replaced_at desc nulls first');
  }

  #activate(secret: Parameters<typeof activateClientSecret>[3]): Promise<void> {
    const { encryptionKeys, amazon } = this.#config;
    return activateClientSecret(this.#database, this.#vault, { clientId: amazon.clientId, encryptionKeys }, secret);
  }

  #secrets() {
    return this.#database<ApplicationSecretRow>('application_secrets').where({
      client_id: this.#config.amazon.clientId,
    });
  }
}
