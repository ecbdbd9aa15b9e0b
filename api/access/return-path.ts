import type { Request } from 'express';

/** `/` for any other value: with a full URL our sign-in page would vouch for a foreign site. */
export function returnPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value) ? value : '/';
}

/** Whether a person has to prove again who they are, although signed in. */
export function isFreshSignInWanted({ query }: Request): boolean {
  return query['fresh'] === '1';
}
