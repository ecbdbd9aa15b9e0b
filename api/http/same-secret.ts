import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares hashes in constant time, so that the duration reveals nothing, not even the length of the secret. */
export function isSameSecret(candidate: string, secret: string): boolean {
  return timingSafeEqual(digest(candidate), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The token of an `Authorization` header; undefined without one. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

/** Whether the header carries this token; any request may pass when there is none. */
export function permits(token: string | undefined, authorization: string | undefined): boolean {
  return token === undefined || isSameSecret(bearerToken(authorization) ?? '', token);
}
