import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApplicationSecrets } from '../../../../adapters/postgres/application-secrets/application-secrets.ts';
import { createSecretVault } from '../../../../adapters/secrets/secret-vault.ts';
import { dumpDatabase, openStoreHarness, type StoreHarness, yearMs } from '../store-harness.ts';

const dayMs = 86_400_000;
let harness: StoreHarness;
let clientId: string;
beforeAll(async () => {
  harness = await openStoreHarness();
});
beforeEach(() => {
  clientId = randomUUID();
});
afterAll(() => harness.close());

/** One process with the secret of its environment. */
const processWith = (clientSecret: string, encryptionKeys = harness.keys) =>
  new ApplicationSecrets(harness.database, createSecretVault(encryptionKeys), {
    amazon: { clientId, clientSecret },
    encryptionKeys,
    yearMs,
  });
const inForce = async (secrets: ReturnType<typeof processWith>) =>
  (await secrets.listInForce()).map(({ secret }) => secret);
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

describe('the client secret', () => {
  it('is taken from the environment, once for all processes, and dated when it was first seen', async () => {
    const processes = [1, 2, 3].map(() => processWith('first'));
    expect(await Promise.all(processes.map(inForce))).toEqual([['first'], ['first'], ['first']]);
    const [described] = await Promise.all(processes.map((secrets) => secrets.describe()));
    expect(described).toMatchObject({ clientId, source: 'environment', isVerified: false });
    expect(Date.now() - Date.parse(described?.issuedAt ?? '')).toBeLessThan(60_000);
  });

  it('takes effect in every process at once when it is rotated', async () => {
    const [one, other] = [processWith('first'), processWith('first')];
    await inForce(other);
    await one.activateRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(other)).toEqual(['second', 'first']);
    const { source, isVerified, issuedAt, predecessorValidUntil } = await other.describe();
    expect([source, isVerified]).toEqual(['api', true]);
    expect(Date.parse(predecessorValidUntil ?? '') - Date.parse(issuedAt)).toBe(7 * dayMs);
  });

  it('is not replaced by an environment that still has an older one', async () => {
    const first = processWith('first');
    await first.activateRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(processWith('first'))).toEqual(['second', 'first']);
  });

  it('is replaced by an environment with a new one', async () => {
    await processWith('first').activateRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(processWith('third'))).toEqual(['third', 'second', 'first']);
  });

  it('takes a date when it is submitted again; a replaced secret becomes current again', async () => {
    const secrets = processWith('first');
    const issuedAt = daysAgo(100);
    await secrets.activateRotatedSecret({ clientSecret: 'first', issuedAt, isVerified: false });
    expect(await secrets.describe()).toMatchObject({ issuedAt, source: 'api' });
    await secrets.activateRotatedSecret({ clientSecret: 'mistyped', isVerified: false });
    await secrets.activateRotatedSecret({ clientSecret: 'first', isVerified: false });
    expect(await inForce(secrets)).toEqual(['first', 'mistyped']);
  });

  it('is destroyed after the overlap, unless its successor was never accepted', async () => {
    const secrets = processWith('first');
    await secrets.activateRotatedSecret({ clientSecret: 'second', issuedAt: daysAgo(8), isVerified: false });
    await secrets.destroyPredecessors();
    expect(await inForce(secrets)).toEqual(['second', 'first']);
    const [current] = await secrets.listInForce();
    await secrets.markVerified(current?.id ?? '');
    await secrets.destroyPredecessors();
    expect(await inForce(secrets)).toEqual(['second']);
    expect((await secrets.loadDates()).predecessorValidUntil).toBeUndefined();
  });

  it('is never stored in plain text, and recognized after the key ring was rotated', async () => {
    const secret = `amzn1.oa2-cs.v1.${randomUUID()}`;
    await processWith(secret).activateRotatedSecret({ clientSecret: `${secret}-2`, isVerified: true });
    expect(await dumpDatabase(harness.database)).not.toContain(secret);
    const newer = [{ kid: 'newer', key: new Uint8Array(randomBytes(32)) }, ...harness.keys];
    expect(await inForce(processWith(secret, newer))).toEqual([`${secret}-2`, secret]);
  });

  it('is kept per application', async () => {
    await processWith('first').listInForce();
    clientId = randomUUID();
    expect(await inForce(processWith('other'))).toEqual(['other']);
  });
});
