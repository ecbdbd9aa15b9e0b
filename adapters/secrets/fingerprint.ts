import { createHmac, hkdfSync } from 'node:crypto';
import type { SealingKey } from './secret-vault.ts';

/**
 * Keyed hashes that recognize a secret without storing it: one per key of the ring, newest first. Older keys recognize
 * hashes from before a key rotation.
 */
export function secretFingerprints(secret: string, keys: readonly SealingKey[]): readonly string[] {
  return keys.map(({ key }) => {
    const hmacKey = Buffer.from(hkdfSync('sha256', key, '', 'perennial/fingerprint', 32));
    return createHmac('sha256', hmacKey).update(secret).digest('base64url');
  });
}
