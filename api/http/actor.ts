import type { Request } from 'express';
import type { TokenHolder } from '../../adapters/postgres/access/api-tokens.ts';
import type { AccessOwner, Person } from '../../adapters/postgres/access/rows.ts';
import { includesRole, type Role } from '../../domain/roles.ts';
import { Problem } from './problem.ts';

/** Who makes a request, known by an API token or a session. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** Undefined for the installation's token (`ADMIN_TOKEN`) and for a person. */
  readonly tokenId?: string;
  /** Who signed in with the identity provider. */
  readonly person?: Person;
  /** Undefined for a program, which sends its token with every request. */
  readonly session?: { readonly id: string; readonly isFresh: boolean };
}

/** The holder of `ADMIN_TOKEN`. No API token can have this name. */
export const adminActor: Actor = { name: 'admin', role: 'admin' };

export function toActor({ id, name, role }: TokenHolder): Actor {
  return { name, role, tokenId: id };
}

const actors = new WeakMap<Request, Actor>();

export function setActor(request: Request, actor: Actor): void {
  actors.set(request, actor);
}

export function hasActor(request: Request): boolean {
  return actors.has(request);
}

/** @throws {Error} for a route that is not behind `sessionAuth`. */
export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('The request was not authenticated.');
  return actor;
}

/** Narrows calendar links and sessions to the actor's own; undefined for an admin, who sees all of them. */
export function ownerFilter({ role, tokenId, person }: Actor): AccessOwner | undefined {
  if (role === 'admin') return undefined;
  if (person) return person;
  if (tokenId === undefined) throw new Error('The actor has neither a token nor a person.');
  return { tokenId };
}

/** @throws {Problem} 403 */
export function requireRole(request: Request, requiredRole: Role): void {
  const { name, role, person } = actorOf(request);
  if (includesRole(role, requiredRole)) return;
  const needed = `This needs the role "${requiredRole}"`;
  throw new Problem(
    'forbidden',
    person
      ? `${needed}; you, "${name}", have the role "${role}". Ask an administrator of your identity provider for that role.`
      : `${needed}; the token "${name}" has the role "${role}". Use a token with that role, or ask an admin for one.`,
  );
}

/** For what a stolen session must not be enough for. Programs, which send their token every time, pass. @throws {Problem} 403 */
export function requireFreshSignIn(request: Request): void {
  if (actorOf(request).session?.isFresh === false) throw new Problem('fresh_sign_in_required');
}
