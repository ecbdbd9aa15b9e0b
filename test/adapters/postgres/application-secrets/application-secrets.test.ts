import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApplicationSecrets } from '../../../../adapters/postgres/application-secrets/application-secrets.ts';
import { createSecretBox } from '../../../../adapters/secrets/secret-box.ts';
import { dumpDatabase, openStoreWorld, type StoreWorld, yearMs } from '../store-harness.ts';

const dayMs = 86_400_000;
let world: StoreWorld;
let clientId: string;
beforeAll(async () => {
  world = await openStoreWorld();
});
beforeEach(() => {
  clientId = randomUUID();
});
afterAll(() => world.close());

/** One process, with what its environment says. */
const processWith = (clientSecret: string, encryptionKeys = world.keys) =>
  createApplicationSecrets(world.database, createSecretBox(encryptionKeys), {
    amazon: { clientId, clientSecret },
    encryptionKeys,
    yearMs,
  });
const inForce = async (secrets: ReturnType<typeof processWith>) =>
  (await secrets.listInForce()).map(({ secret }) => secret);
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

describe('the client secret', () => {
  it('is that of the environment, once for all processes, and counts from when it was first seen', async () => {
    const processes = [1, 2, 3].map(() => processWith('first'));
    expect(await Promise.all(processes.map(inForce))).toEqual([['first'], ['first'], ['first']]);
    const [described] = await Promise.all(processes.map((each) => each.describe()));
    expect(described).toMatchObject({ clientId, source: 'environment', isVerified: false });
    expect(Date.now() - Date.parse(described?.issuedAt ?? '')).toBeLessThan(60_000);
  });

  it('that was rotated is in force at once in every process, before its predecessor', async () => {
    const [one, other] = [processWith('first'), processWith('first')];
    await inForce(other);
    await one.takeRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(other)).toEqual(['second', 'first']);
    const { source, isVerified, issuedAt, predecessorValidUntil } = await other.describe();
    expect([source, isVerified]).toEqual(['api', true]);
    expect(Date.parse(predecessorValidUntil ?? '') - Date.parse(issuedAt)).toBe(7 * dayMs);
  });

  it('is not replaced by an environment that says an older one again', async () => {
    const first = processWith('first');
    await first.takeRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(processWith('first'))).toEqual(['second', 'first']);
  });

  it('is replaced by an environment that says a new one', async () => {
    await processWith('first').takeRotatedSecret({ clientSecret: 'second', isVerified: true });
    expect(await inForce(processWith('third'))).toEqual(['third', 'second', 'first']);
  });

  it('handed over again takes a date, and a replaced one comes back', async () => {
    const secrets = processWith('first');
    const issuedAt = daysAgo(100);
    await secrets.takeRotatedSecret({ clientSecret: 'first', issuedAt, isVerified: false });
    expect(await secrets.describe()).toMatchObject({ issuedAt, source: 'api' });
    await secrets.takeRotatedSecret({ clientSecret: 'mistake', isVerified: false });
    await secrets.takeRotatedSecret({ clientSecret: 'first', isVerified: false });
    expect(await inForce(secrets)).toEqual(['first', 'mistake']);
  });

  it('is destroyed once its overlap is over, unless its successor was never accepted', async () => {
    const secrets = processWith('first');
    await secrets.takeRotatedSecret({ clientSecret: 'second', issuedAt: daysAgo(8), isVerified: false });
    await secrets.destroyPredecessors();
    expect(await inForce(secrets)).toEqual(['second', 'first']);
    const [current] = await secrets.listInForce();
    await secrets.markVerified(current?.id ?? '');
    await secrets.destroyPredecessors();
    expect(await inForce(secrets)).toEqual(['second']);
    expect(await secrets.loadDates()).not.toHaveProperty('predecessorValidUntil');
  });

  it('is nowhere in clear, and known again after the key ring was rotated', async () => {
    const secret = `amzn1.oa2-cs.v1.${randomUUID()}`;
    await processWith(secret).takeRotatedSecret({ clientSecret: `${secret}-2`, isVerified: true });
    expect(await dumpDatabase(world.database)).not.toContain(secret);
    const newer = [{ kid: 'newer', key: new Uint8Array(randomBytes(32)) }, ...world.keys];
    expect(await inForce(processWith(secret, newer))).toEqual([`${secret}-2`, secret]);
  });

  it('of another application is another one', async () => {
    await processWith('first').listInForce();
    clientId = randomUUID();
    expect(await inForce(processWith('other'))).toEqual(['other']);
  });
});
