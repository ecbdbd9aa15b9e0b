import type { Request } from 'express';
import type { TokenHolder } from '../../adapters/postgres/access/api-tokens.ts';
import { includesRole, type Role } from '../../domain/roles.ts';
import { Problem } from './problem.ts';

/** Who makes a request, known by an API token or a session. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** Undefined for the installation's token (`ADMIN_TOKEN`). */
  readonly tokenId?: string;
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

/** Narrows calendar links to those of the actor's token; undefined for an admin, who sees all of them. */
export function tokenIdFilter({ role, tokenId }: Actor): string | undefined {
  return role === 'admin' ? undefined : tokenId;
}

/** @throws {Problem} 403 */
export function requireRole(request: Request, requiredRole: Role): void {
  const { name, role } = actorOf(request);
  if (includesRole(role, requiredRole)) return;
  const detail = `This needs the role "${requiredRole}"; the token "${name}" has the role "${role}".`;
  throw new Problem('forbidden', `${detail} Use a token with that role, or ask an admin for one.`);
}
