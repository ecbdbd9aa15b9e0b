import type { Request } from 'express';
import { includesRole, type Role } from '../../domain/roles.ts';
import type { TokenHolder } from '../ports.ts';
import { Problem } from './problem.ts';

/** In whose name a request is made. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** Of an API token; absent for the token of the installation. */
  readonly tokenId?: string;
}

/** Whoever holds the token of the installation. No other token can have this name. */
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

/** Only behind `authenticate`, which lets nobody else pass. */
export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('A request came in that nobody had identified.');
  return actor;
}

/** What belongs to a token is its own business; an admin, for whom this is undefined, sees to that of everybody. */
export function tokenIdFilter({ role, tokenId }: Actor): string | undefined {
  return role === 'admin' ? undefined : tokenId;
}

/** @throws {Problem} 403 that names the role there is and the role that is needed. */
export function requireRole(request: Request, needed: Role): void {
  const { name, role } = actorOf(request);
  if (includesRole(role, needed)) return;
  const detail = `This needs the role "${needed}"; the token "${name}" has the role "${role}".`;
  throw new Problem('forbidden', `${detail} Use a token with that role, or ask an admin for one.`);
}
