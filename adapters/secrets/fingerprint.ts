import { createHmac, hkdfSync } from 'node:crypto';
import type { SealingKey } from './secret-box.ts';

/**
 * By what a secret is known again without being kept: its keyed hash, under each key of the ring, the newest first. Old
 * ones are for hashes made before a new key was put in front.
 */
export function fingerprintsOf(secret: string, keys: readonly SealingKey[]): readonly string[] {
  return keys.map(({ key }) => {
    const own = Buffer.from(hkdfSync('sha256', key, '', 'perennial/fingerprint', 32));
    return createHmac('sha256', own).update(secret).digest('base64url');
  });
}
