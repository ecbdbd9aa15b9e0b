import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { type SecretVault, SecretVaultError } from '../../activities/ports.ts';

export interface SealingKey {
  readonly kid: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const alg = 'A256GCMKW';
const enc = 'A256GCM';

/**
 * Seals with the first key and opens with any key. To rotate keys, add a new key in front and keep the old one while texts
 * sealed with it exist. The context is authenticated, so a sealed text that was moved to another row cannot be opened.
 */
export function createSecretVault(keys: readonly SealingKey[]): SecretVault {
  const [newest] = keys;
  if (!newest) throw new Error('A secret vault needs at least one key.');
  const ring = new Map(keys.map(({ kid, key }) => [kid, key]));

  return {
    seal(plainText, context) {
      return new CompactEncrypt(new TextEncoder().encode(plainText))
        .setProtectedHeader({ alg, enc, kid: newest.kid, context })
        .encrypt(newest.key);
    },

    async open(sealed, context) {
      const header = readHeader(sealed);
      if (!header) throw new SecretVaultError('it is not a sealed text', undefined, context);
      const key = header.kid === undefined ? undefined : ring.get(header.kid);
      if (!key)
        throw new SecretVaultError('its key is not on the key ring', header.kid, context, header.kid !== undefined);
      if (header.context !== context)
        throw new SecretVaultError('it was sealed for another context', header.kid, context);
      try {
        const options = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: [enc] };
        const { plaintext } = await compactDecrypt(sealed, key, options);
        return new TextDecoder().decode(plaintext);
      } catch {
        throw new SecretVaultError('it was altered, or sealed with another key of the same id', header.kid, context);
      }
    },
  };
}

/** Undefined when the secret cannot be opened. */
export async function openIfReadable(vault: SecretVault, sealed: string, context: string): Promise<string | undefined> {
  try {
    return await vault.open(sealed, context);
  } catch (error) {
    if (error instanceof SecretVaultError) return undefined;
    throw error;
  }
}

/** The id of the key that sealed it; undefined when the text was never sealed. */
export function kidOf(sealed: string): string | undefined {
  return readHeader(sealed)?.kid;
}

function readHeader(sealed: string): { kid: string | undefined; context: unknown } | undefined {
  try {
    const { kid, context } = decodeProtectedHeader(sealed);
    return { kid, context };
  } catch {
    return undefined;
  }
}
