import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SecretVaultError } from '../../../activities/ports.ts';
import { createSecretVault } from '../../../adapters/secrets/secret-vault.ts';
import { hashToken, newToken } from '../../../adapters/secrets/token.ts';

const older = { kid: 'k1', key: new Uint8Array(randomBytes(32)) };
const newer = { kid: 'k2', key: new Uint8Array(randomBytes(32)) };
const secret = 'Atzr|a-refresh-token';
const context = 'consent/42/token';

async function failure(work: Promise<unknown>): Promise<SecretVaultError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SecretVaultError)) throw new Error(`Expected a SecretVaultError, got ${String(error)}`);
  return error;
}

describe('a secret vault', () => {
  it('opens what it sealed, in the same context', async () => {
    const vault = createSecretVault([older]);
    expect(await vault.open(await vault.seal(secret, context), context)).toBe(secret);
  });

  it('reveals nothing of the secret and seals it differently each time', async () => {
    const vault = createSecretVault([older]);
    const [one, two] = await Promise.all([vault.seal(secret, context), vault.seal(secret, context)]);
    expect(one).not.toBe(two);
    const parts = one.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(`${one}${parts.join('')}`).not.toContain('refresh');
  });

  it('seals with the first key and opens with every key of the ring', async () => {
    const before = await createSecretVault([older]).seal(secret, context);
    const rotated = createSecretVault([newer, older]);
    expect(await rotated.open(before, context)).toBe(secret);
    const after = await rotated.seal(secret, context);
    expect((await failure(createSecretVault([older]).open(after, context))).kid).toBe('k2');
  });

  it('rejects a sealed text in another context, and names its key and context', async () => {
    const vault = createSecretVault([older]);
    const error = await failure(vault.open(await vault.seal(secret, context), 'consent/43/token'));
    expect(error).toMatchObject({ kid: 'k1', context: 'consent/43/token' });
    expect(error.message).toContain('consent/43/token');
    expect(`${error.message} ${error.stack}`).not.toContain(secret);
  });

  it.each([0, 1, 2, 3, 4])('rejects a text whose part %i was altered', async (index) => {
    const vault = createSecretVault([older]);
    const parts = (await vault.seal(secret, context)).split('.');
    const part = parts[index] ?? '';
    const middle = Math.floor(part.length / 2);
    parts[index] = part.slice(0, middle) + (part[middle] === 'A' ? 'B' : 'A') + part.slice(middle + 1);
    await failure(vault.open(parts.join('.'), context));
  });

  it('rejects a header that was replaced by one with the expected context', async () => {
    const vault = createSecretVault([older]);
    const parts = (await vault.seal(secret, 'consent/43/token')).split('.');
    const header = (await vault.seal('other', context)).split('.')[0] ?? '';
    await failure(vault.open([header, ...parts.slice(1)].join('.'), context));
  });

  it('rejects another key of the same id, and text that was never sealed', async () => {
    const sealed = await createSecretVault([older]).seal(secret, context);
    await failure(createSecretVault([{ kid: 'k1', key: newer.key }]).open(sealed, context));
    await failure(createSecretVault([older]).open('plain', context));
  });

  it('requires a key', () => {
    expect(() => createSecretVault([])).toThrow('at least one key');
  });
});

describe('a token', () => {
  it('has 256 bits, is URL-safe and is hashed', () => {
    const token = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[\w-]{43}$/);
    expect(hashToken(token)).toBe(hashToken(token));
    expect(hashToken(token)).not.toBe(token);
  });
});
