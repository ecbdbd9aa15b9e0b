import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { StoreChange } from '../../../activities/contract.ts';
import type { SecretVault } from '../../../activities/ports.ts';
import { openDatabase } from '../../../adapters/postgres/db/database.ts';
import { createRepositories, type Repositories } from '../../../adapters/postgres/index.ts';
import { createSecretVault, type SealingKey } from '../../../adapters/secrets/secret-vault.ts';
import type { Store } from '../../../adapters/postgres/stores/store.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';
import { amazonYearMs } from '../../../domain/schedule.ts';
import { timelineEntry } from '../../../domain/timeline.ts';
import { createTestDatabase } from '../../setup/test-database.ts';
import { eventually } from '../../setup/eventually.ts';

export const yearMs = amazonYearMs;
export const publicUrl = 'http://perennial.test';
export const redirectUri = `${publicUrl}/oauth/amazon/callback`;

export interface StoreHarness extends Repositories {
  readonly url: string;
  readonly database: Knex;
  readonly vault: SecretVault;
  readonly keys: readonly SealingKey[];
  close(): Promise<void>;
}

/** All repositories on a database of their own. */
export async function openStoreHarness(options: { operatorEmail?: string } = {}): Promise<StoreHarness> {
  const testDatabase = await createTestDatabase();
  const { url } = testDatabase;
  const database = openDatabase(url, { poolMax: 10 });
  const keys = [{ kid: 'test', key: new Uint8Array(randomBytes(32)) }];
  const vault = createSecretVault(keys);
  return {
    ...createRepositories(database, vault, { publicUrl, ...options }),
    url,
    database,
    vault,
    keys,
    async close() {
      await database.destroy();
      await testDatabase.drop();
    },
  };
}

export async function requestStore(harness: StoreHarness, request: Partial<StoreRequest> = {}): Promise<string> {
  const storeId = randomUUID();
  const full: StoreRequest = {
    website: 'base',
    email: `${storeId}@example.com`,
    name: `Store ${storeId}`,
    country: 'US',
    ...request,
  };
  await harness.stores.insertRequest({ storeId, fingerprint: 'f', request: full });
  await harness.stores.markRequestAccepted(storeId);
  return storeId;
}

/** A store that awaits its authorization. */
export async function addStore(harness: StoreHarness, request: Partial<StoreRequest> = {}): Promise<string> {
  const storeId = await requestStore(harness, request);
  const created = await harness.stores.createStore(storeId);
  if (created.outcome === 'refused') throw new Error(`Refused: ${created.reason.code}`);
  await harness.stores.recordChange(changeOf(storeId, { status: 'awaiting_authorization' }));
  return storeId;
}

export function changeOf(storeId: string, change: Partial<StoreChange>): StoreChange {
  return {
    storeId,
    key: randomUUID(),
    at: new Date().toISOString(),
    status: 'active',
    enabled: true,
    entry: timelineEntry('created', {}),
    ...change,
  };
}

export interface GivenConsent {
  readonly consentId: string;
  readonly state: string;
  readonly browserId: string;
  readonly code: string;
  readonly refreshToken: string;
}

/** A consent of the seller; an exchanged one holds a refresh token instead of the code. */
export async function giveConsent(
  harness: StoreHarness,
  storeId: string,
  sellingPartnerId: string,
  { receivedAt = new Date().toISOString(), exchanged = true } = {},
): Promise<GivenConsent> {
  const { token } = await harness.connectLinks.createLink(storeId, inOneHour());
  const link = await harness.connectLinks.findLink(token);
  const browserId = `browser-${randomUUID()}`;
  const code = `code-${randomUUID()}`;
  const { state } = await harness.consents.beginConsent({
    storeId,
    linkId: link?.linkId ?? '',
    browserId,
    redirectUri,
    expiresAt: new Date(Date.parse(receivedAt) + 3_600_000).toISOString(),
  });
  const received = await harness.consents.receiveCallback({ state, browserId, code, sellingPartnerId, receivedAt });
  if (received.kind !== 'received') throw new Error(`The callback was not received: ${received.kind}`);
  const { consentId } = received.consent;
  const refreshToken = `Atzr|${randomUUID()}`;
  if (exchanged) {
    await harness.consents.saveRefreshToken(consentId, refreshToken);
    await harness.consents.saveVerification(consentId, { sellerProof: 'proven' });
  }
  return { consentId, state, browserId, code, refreshToken };
}

/** A connected store; the year began at `at`. */
export async function connectStore(
  harness: StoreHarness,
  storeId: string,
  sellerId: string,
  at = new Date().toISOString(),
): Promise<GivenConsent> {
  const consent = await giveConsent(harness, storeId, sellerId, { receivedAt: at });
  const adopted = await harness.authorizations.adoptAuthorization(consent.consentId, yearMs);
  if (adopted.outcome === 'refused') throw new Error(`Refused: ${adopted.reason.code}`);
  const { authorizedAt, expiresAt } = adopted.authorization;
  await harness.stores.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return consent;
}

export async function findStore(harness: StoreHarness, storeId: string): Promise<Store> {
  const found = await harness.stores.findStore(storeId);
  if (!found || !('store' in found)) throw new Error(`Store ${storeId} is not there`);
  return found.store;
}

/** Every address of the message was reached. */
export async function markSent(harness: StoreHarness, messageId: string): Promise<void> {
  const reached = (await harness.messages.loadMessage(messageId))?.to ?? [];
  await harness.messages.recordDelivery(messageId, { reached, refused: [] });
}

export function inOneHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

/** Resolves when this many queries wait for a lock. */
export async function queriesWaiting(harness: StoreHarness, count: number): Promise<void> {
  await eventually(async () => {
    const waiting = await harness
      .database('pg_stat_activity')
      .where({ wait_event_type: 'Lock' })
      .whereRaw('datname = current_database()');
    expect(waiting).toHaveLength(count);
  });
}

/** The whole content of the database, as text. */
export async function dumpDatabase(database: Knex): Promise<string> {
  const tables = await database('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename');
  const rows = await Promise.all(tables.map((table) => database(table)));
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .join('\n');
}
