import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretBox, SecretBoxError } from '../../../adapters/secrets/secret-box.ts';
import { hashToken, newToken } from '../../../adapters/secrets/token.ts';

const older = { kid: 'k1', key: new Uint8Array(randomBytes(32)) };
const newer = { kid: 'k2', key: new Uint8Array(randomBytes(32)) };
const secret = 'Atzr|a-refresh-token';
const context = 'consent/42/token';

async function failure(work: Promise<unknown>): Promise<SecretBoxError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SecretBoxError)) throw new Error(`Expected a SecretBoxError, got ${String(error)}`);
  return error;
}

describe('a secret box', () => {
  it('opens what it sealed, in the same place', async () => {
    const box = createSecretBox([older]);
    expect(await box.open(await box.seal(secret, context), context)).toBe(secret);
  });

  it('shows nothing of the secret and seals the same one differently each time', async () => {
    const box = createSecretBox([older]);
    const [one, two] = await Promise.all([box.seal(secret, context), box.seal(secret, context)]);
    expect(one).not.toBe(two);
    const parts = one.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(`${one}${parts.join('')}`).not.toContain('refresh');
  });

  it('seals with the first key and opens with all of the ring', async () => {
    const before = await createSecretBox([older]).seal(secret, context);
    const rotated = createSecretBox([newer, older]);
    expect(await rotated.open(before, context)).toBe(secret);
    const after = await rotated.seal(secret, context);
    expect((await failure(createSecretBox([older]).open(after, context))).kid).toBe('k2');
  });

  it('refuses a sealed text that was moved to another place, naming key and place', async () => {
    const box = createSecretBox([older]);
    const error = await failure(box.open(await box.seal(secret, context), 'consent/43/token'));
    expect(error).toMatchObject({ kid: 'k1', context: 'consent/43/token' });
    expect(error.message).toContain('consent/43/token');
    expect(`${error.message} ${error.stack}`).not.toContain(secret);
  });

  it.each([0, 1, 2, 3, 4])('refuses a text whose part %i was altered', async (index) => {
    const box = createSecretBox([older]);
    const parts = (await box.seal(secret, context)).split('.');
    const part = parts[index] ?? '';
    const middle = Math.floor(part.length / 2);
    parts[index] = part.slice(0, middle) + (part[middle] === 'A' ? 'B' : 'A') + part.slice(middle + 1);
    await failure(box.open(parts.join('.'), context));
  });

  it('refuses a header that was exchanged for one with the wanted place', async () => {
    const box = createSecretBox([older]);
    const parts = (await box.seal(secret, 'consent/43/token')).split('.');
    const header = (await box.seal('other', context)).split('.')[0] ?? '';
    await failure(box.open([header, ...parts.slice(1)].join('.'), context));
  });

  it('refuses another key of the same name, and what is no sealed text', async () => {
    const sealed = await createSecretBox([older]).seal(secret, context);
    await failure(createSecretBox([{ kid: 'k1', key: newer.key }]).open(sealed, context));
    await failure(createSecretBox([older]).open('plain', context));
  });

  it('needs a key', () => {
    expect(() => createSecretBox([])).toThrow('at least one key');
  });
});

describe('a token', () => {
  it('has 256 bits, is safe in a URL and is kept as a hash', () => {
    const token = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[\w-]{43}$/);
    expect(hashToken(token)).toBe(hashToken(token));
    expect(hashToken(token)).not.toBe(token);
  });
});
