import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { StoreChange } from '../../../activities/contract.ts';
import type { SecretBox } from '../../../activities/ports.ts';
import { openDatabase } from '../../../adapters/postgres/db/database.ts';
import { createPostgresRecords, type PostgresRecords } from '../../../adapters/postgres/index.ts';
import { createSecretBox, type SealingKey } from '../../../adapters/secrets/secret-box.ts';
import type { StoreRecord, StoreRequest } from '../../../api/ports.ts';
import { amazonYearMs } from '../../../domain/renewal-schedule.ts';
import { createTestDatabase } from '../../setup/database.ts';
import { eventually } from '../../setup/eventually.ts';

export const yearMs = amazonYearMs;
export const publicUrl = 'http://perennial.test';
export const redirectUri = `${publicUrl}/oauth/amazon/callback`;

export interface StoreWorld extends PostgresRecords {
  readonly url: string;
  readonly database: Knex;
  readonly box: SecretBox;
  readonly keys: readonly SealingKey[];
  close(): Promise<void>;
}

/** The records on a database of the caller's own. */
export async function openStoreWorld(options: { operatorEmail?: string } = {}): Promise<StoreWorld> {
  const testDatabase = await createTestDatabase();
  const { url } = testDatabase;
  const database = openDatabase(url, { poolMax: 10 });
  const keys = [{ kid: 'test', key: new Uint8Array(randomBytes(32)) }];
  const box = createSecretBox(keys);
  return {
    ...createPostgresRecords(database, box, { publicUrl, ...options }),
    url,
    database,
    box,
    keys,
    async close() {
      await database.destroy();
      await testDatabase.drop();
    },
  };
}

export async function requestStore(world: StoreWorld, request: Partial<StoreRequest> = {}): Promise<string> {
  const storeId = randomUUID();
  const full: StoreRequest = {
    website: 'base',
    email: `${storeId}@example.com`,
    name: `Store ${storeId}`,
    country: 'US',
    ...request,
  };
  await world.requests.noteRequest({ storeId, fingerprint: 'f', request: full });
  await world.requests.markAccepted(storeId);
  return storeId;
}

/** A store that awaits its authorization. */
export async function addStore(world: StoreWorld, request: Partial<StoreRequest> = {}): Promise<string> {
  const storeId = await requestStore(world, request);
  const created = await world.stores.createStore(storeId);
  if (created.outcome === 'refused') throw new Error(`Refused: ${created.reason.code}`);
  await world.stores.recordChange(changeOf(storeId, { status: 'awaiting_authorization' }));
  return storeId;
}

export function changeOf(storeId: string, change: Partial<StoreChange>): StoreChange {
  return {
    storeId,
    key: randomUUID(),
    at: new Date().toISOString(),
    status: 'active',
    enabled: true,
    entry: { what: 'created', text: 'Something happened.' },
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

/** The seller agreed; `exchanged` consents hold a refresh token instead of the code. */
export async function giveConsent(
  world: StoreWorld,
  storeId: string,
  sellingPartnerId: string,
  { receivedAt = new Date().toISOString(), exchanged = true } = {},
): Promise<GivenConsent> {
  const { token } = await world.links.createLink(storeId, inOneHour());
  const link = await world.links.findLink(token);
  const browserId = `browser-${randomUUID()}`;
  const code = `code-${randomUUID()}`;
  const { state } = await world.consents.beginConsent({
    storeId,
    linkId: link?.linkId ?? '',
    browserId,
    redirectUri,
    expiresAt: new Date(Date.parse(receivedAt) + 3_600_000).toISOString(),
  });
  const taken = await world.consents.takeCallback({ state, browserId, code, sellingPartnerId, receivedAt });
  if (taken.kind !== 'taken') throw new Error(`The callback was not taken: ${taken.kind}`);
  const { consentId } = taken.consent;
  const refreshToken = `Atzr|${randomUUID()}`;
  if (exchanged) await world.consents.keepRefreshToken(consentId, refreshToken);
  return { consentId, state, browserId, code, refreshToken };
}

/** A connected store; the year began at `at`. */
export async function connectStore(
  world: StoreWorld,
  storeId: string,
  sellerId: string,
  at = new Date().toISOString(),
): Promise<GivenConsent> {
  const consent = await giveConsent(world, storeId, sellerId, { receivedAt: at });
  const adopted = await world.stores.adoptAuthorization(consent.consentId, yearMs);
  if (adopted.outcome === 'refused') throw new Error(`Refused: ${adopted.reason.code}`);
  const { authorizedAt, expiresAt } = adopted.authorization;
  await world.stores.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return consent;
}

export async function findStore(world: StoreWorld, storeId: string): Promise<StoreRecord> {
  const found = await world.reader.findStore(storeId);
  if (!found || !('store' in found)) throw new Error(`Store ${storeId} is not there`);
  return found.store;
}

export function inOneHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

/** Waits until so many queries wait for a lock that somebody else holds. */
export async function queriesWaiting(world: StoreWorld, count: number): Promise<void> {
  await eventually(async () => {
    const waiting = await world
      .database('pg_stat_activity')
      .where({ wait_event_type: 'Lock' })
      .whereRaw('datname = current_database()');
    expect(waiting).toHaveLength(count);
  });
}

/** Everything that lies in the database, as text. */
export async function dumpDatabase(database: Knex): Promise<string> {
  const tables = await database('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename');
  const rows = await Promise.all(tables.map((table) => database(table)));
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .join('\n');
}
