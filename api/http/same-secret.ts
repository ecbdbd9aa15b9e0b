import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares hashes in constant time, so that the duration reveals nothing, not even the length of the secret. */
export function isSameSecret(candidate: string, secret: string): boolean {
  return timingSafeEqual(digest(candidate), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
