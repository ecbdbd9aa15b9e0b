import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSigningKey } from '../../../../adapters/postgres/access/signing-key.ts';
import { SecretVaultError } from '../../../../activities/ports.ts';
import { createSecretVault } from '../../../../adapters/secrets/secret-vault.ts';
import { deriveSigningSecrets } from '../../../../adapters/secrets/signing-secrets.ts';
import { dumpDatabase, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const [older, newer] = ['older', 'newer'].map((kid, index) => ({ kid, key: new Uint8Array(32).fill(index + 1) }));
const ring = (...keys: readonly ({ kid: string; key: Uint8Array } | undefined)[]) =>
  createSecretVault(keys.flatMap((key) => key ?? []));

describe('the signing key', () => {
  it('is created once by concurrent processes, and stays through a rotation of encryption keys', async () => {
    const loaded = await Promise.all([1, 2, 3].map(() => loadSigningKey(harness.database, ring(older))));
    const key = loaded[0] ?? new Uint8Array();
    expect(key).toHaveLength(32);
    for (const each of loaded) expect(each).toEqual(key);
    expect(await loadSigningKey(harness.database, ring(newer, older))).toEqual(key);
    // Loading it has sealed it with the newer key: the older one may leave.
    expect(await loadSigningKey(harness.database, ring(newer))).toEqual(key);
    expect(await dumpDatabase(harness.database)).not.toContain(Buffer.from(key).toString('base64url'));
    await expect(loadSigningKey(harness.database, ring(older))).rejects.toThrow(SecretVaultError);
  });

  it('is replaced when it is damaged for good, and kept when only its encryption key is missing', async () => {
    const key = await loadSigningKey(harness.database, ring(newer));
    await expect(loadSigningKey(harness.database, ring(older))).rejects.toThrow('not on the key ring');
    expect(await loadSigningKey(harness.database, ring(newer))).toEqual(key);
    const stranger = { kid: 'newer', key: new Uint8Array(32).fill(5) };
    const replaced = await Promise.all([1, 2, 3].map(() => loadSigningKey(harness.database, ring(stranger))));
    for (const each of replaced) expect(each).toEqual(replaced[0]);
    expect(replaced[0]).not.toEqual(key);
  });

  it('gives each use its own secret, of which only the fingerprint changes with the admin token', () => {
    const key = new Uint8Array(32).fill(9);
    const [one, other] = [deriveSigningSecrets(key, 'one'), deriveSigningSecrets(key, 'other')];
    expect(new Set(Object.values(one)).size).toBe(4);
    expect({ ...other, adminFingerprint: one.adminFingerprint }).toEqual(one);
    expect(other.adminFingerprint).not.toBe(one.adminFingerprint);
  });
});
