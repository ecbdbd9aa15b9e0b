import { z } from 'zod';
import type { Simulation } from '../simulation.ts';
import type { Grant } from './authorizations.ts';

export const accessTokenLifetimeSeconds = 3600;
const prefix = 'Atza|';
const schema = z.object({ grantId: z.string(), expiresAtMs: z.number() });

/** An access token carries its grant and its end in itself, so none has to be kept. */
export function writeAccessToken({ signedText, now }: Simulation, grant: Grant): string {
  const expiresAtMs = now() + accessTokenLifetimeSeconds * 1000;
  return prefix + signedText.write('access-token', { grantId: grant.id, expiresAtMs });
}

/** Of our application rather than of a seller: the Sellers API does not take it. */
export function writeScopedToken({ signedText, now }: Simulation, scope: string): string {
  return prefix + signedText.write('scoped-token', { scope, expiresAtMs: now() + accessTokenLifetimeSeconds * 1000 });
}

export type AccessTokenReading = { grant: Grant; isExpired: boolean } | undefined;

export function readAccessToken({ signedText, authorizations, now }: Simulation, token: string): AccessTokenReading {
  if (!token.startsWith(prefix)) return undefined;
  const facts = signedText.read('access-token', token.slice(prefix.length), schema);
  const grant = facts && authorizations.findGrant(facts.grantId);
  return grant && { grant, isExpired: facts.expiresAtMs <= now() };
}

/** Revoked for good, or for as long as a fault says so; a fault spares what was granted after it was set. */
export function isRevoked({ faults }: Simulation, grant: Grant): boolean {
  if (grant.revokedAtMs !== undefined) return true;
  return faults.take('revoked', grant.email, ({ setAtMs }) => grant.grantedAtMs <= setAtMs) !== undefined;
}
