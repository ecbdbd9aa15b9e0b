import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import type { SecretBox } from '../../activities/ports.ts';

export interface SealingKey {
  readonly kid: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** A sealed secret cannot be opened: altered, meant for another place, or its key is not on the ring. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
  /** As the sealed text names it; undefined when it is no sealed text at all. */
  readonly kid: string | undefined;
  readonly context: string;

  constructor(problem: string, kid: string | undefined, context: string) {
    super(`The secret "${context}" cannot be opened: ${problem} (key "${kid ?? 'unknown'}").`);
    this.kid = kid;
    this.context = context;
  }
}

const alg = 'A256GCMKW';
const enc = 'A256GCM';

/**
 * Seals with the first key and opens with any, so that a new key is put in front and the old one stays until nothing
 * is sealed with it. The context is authenticated, so that a sealed text moved to another row does not open there.
 */
export function createSecretBox(keys: readonly SealingKey[]): SecretBox {
  const [newest] = keys;
  if (!newest) throw new Error('A secret box needs at least one key.');
  const ring = new Map(keys.map(({ kid, key }) => [kid, key]));

  return {
    seal(plainText, context) {
      return new CompactEncrypt(new TextEncoder().encode(plainText))
        .setProtectedHeader({ alg, enc, kid: newest.kid, context })
        .encrypt(newest.key);
    },

    async open(sealed, context) {
      const header = readHeader(sealed);
      if (!header) throw new SecretBoxError('it is not a sealed text', undefined, context);
      const key = header.kid === undefined ? undefined : ring.get(header.kid);
      if (!key) throw new SecretBoxError('its key is not on the key ring', header.kid, context);
      if (header.context !== context) throw new SecretBoxError('it was sealed for another place', header.kid, context);
      try {
        const options = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: [enc] };
        const { plaintext } = await compactDecrypt(sealed, key, options);
        return new TextDecoder().decode(plaintext);
      } catch {
        throw new SecretBoxError('it was altered, or its key is another one', header.kid, context);
      }
    },
  };
}

function readHeader(sealed: string): { kid: string | undefined; context: unknown } | undefined {
  try {
    const { kid, context } = decodeProtectedHeader(sealed);
    return { kid, context };
  } catch {
    return undefined;
  }
}
