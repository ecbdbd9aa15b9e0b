import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in URL-safe base64. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** For storage. A plain hash is enough, because a random token cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
