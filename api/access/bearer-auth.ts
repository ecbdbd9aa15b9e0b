import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { type Actor, adminActor, setActor, toActor } from '../http/actor.ts';
import { clientKey } from '../http/client-address.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { bearerToken, isSameSecret } from '../http/same-secret.ts';
import type { FailedAttempts } from './failed-attempts.ts';

/** Anything else is rejected without a database query. */
const tokenPattern = /^prn_[\w-]{43}$/;
const maxRememberedTokens = 10_000;

/**
 * Sets the actor of a request with a valid token, and applies the rate limit: per token or, without a valid one, per
 * address. Every request looks its token up, so that revocation takes effect at once.
 */
export function bearerAuth(deps: ApiDeps, attempts: FailedAttempts): RequestHandler {
  const limit = new RateLimit(deps.rateLimitPerMinute);
  const tokens = new TokenLookup(deps, attempts, limit);
  return async (request, response, next) => {
    const token = bearerToken(request.get('Authorization'));
    const actor = token === undefined ? undefined : await tokens.findActor(token, request, response);
    if (actor) setActor(request, actor);
    else await limit.count(`address ${clientKey(request)}`, response);
    next();
  };
}

type Deps = Pick<ApiDeps, 'apiTokens' | 'adminToken'>;

/** Looks tokens up and counts the requests of each valid one. */
class TokenLookup {
  readonly #deps: Deps;
  readonly #attempts: FailedAttempts;
  readonly #limit: RateLimit;
  readonly #validKeys = new Set<string>();
  readonly #pending = new Map<string, Promise<Actor | undefined>>();

  constructor(deps: Deps, attempts: FailedAttempts, limit: RateLimit) {
    this.#deps = deps;
    this.#attempts = attempts;
    this.#limit = limit;
  }

  async findActor(token: string, request: Request, response: Response): Promise<Actor | undefined> {
    const key = `token ${createHash('sha256').update(token).digest('base64url')}`;
    if (!this.#validKeys.has(key)) {
      const actor = await this.#tryOnce(token, key, request);
      if (actor) await this.#limit.count(key, response);
      return actor;
    }
    await this.#attempts.check(request);
    await this.#limit.count(key, response);
    const actor = await this.#lookUp(token);
    if (!actor) this.#validKeys.delete(key);
    return actor;
  }

  /** Simultaneous requests of one client with one new token are one attempt. */
  #tryOnce(token: string, key: string, request: Request): Promise<Actor | undefined> {
    const attempt = `${clientKey(request)} ${key}`;
    const pending = this.#pending.get(attempt) ?? this.#try(token, key, request);
    this.#pending.set(attempt, pending);
    const settled = () => void this.#pending.delete(attempt);
    pending.then(settled, settled);
    return pending;
  }

  async #try(token: string, key: string, request: Request): Promise<Actor | undefined> {
    await this.#attempts.begin(request);
    const actor = await this.#lookUp(token);
    if (!actor) return undefined;
    await this.#attempts.succeeded(request);
    if (this.#validKeys.size >= maxRememberedTokens) this.#validKeys.clear();
    this.#validKeys.add(key);
    return actor;
  }

  async #lookUp(token: string): Promise<Actor | undefined> {
    if (isSameSecret(token, this.#deps.adminToken)) return adminActor;
    const holder = tokenPattern.test(token) ? await this.#deps.apiTokens.findToken({ token }) : undefined;
    return holder && toActor(holder);
  }
}
