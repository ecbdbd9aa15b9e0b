import type { Role } from './roles.ts';

/** How a browser came to its session. */
export const signInMethods = ['admin_token', 'api_token', 'sign_in_link', 'oidc'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** Every session ends this long after the sign-in. */
export const sessionMs = 12 * 3_600_000;
/** A session with the role `admin` also ends this long after its last use. */
export const adminIdleMs = 3_600_000;
/** How recent a sign-in has to be for changes of secrets and tokens and for deletions. */
export const freshSignInMs = 15 * 60_000;

/** When a session ends unless it is used again. */
export function sessionEnd(role: Role, lastUsedAt: Date, expiresAt: Date): Date {
  const idleEnd = lastUsedAt.getTime() + adminIdleMs;
  return role === 'admin' && idleEnd < expiresAt.getTime() ? new Date(idleEnd) : expiresAt;
}

/** `authenticatedAt` is undefined when the identity provider did not say when the person signed in. */
export function isFreshSignIn(authenticatedAt: Date | undefined, now: Date): boolean {
  return authenticatedAt !== undefined && now.getTime() - authenticatedAt.getTime() <= freshSignInMs;
}
