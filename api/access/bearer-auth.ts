import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { type Actor, adminActor, setActor, toActor } from '../http/actor.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { isSameSecret } from '../http/same-secret.ts';

/** Anything else is rejected without a database query. */
const tokenPattern = /^prn_[\w-]{43}$/;
const maxRememberedTokens = 10_000;

/**
 * Sets the actor of a request with a valid token, and applies the rate limit: per token or, without a valid one, per
 * address. Every request looks its token up, so that revocation takes effect at once.
 */
export function bearerAuth(deps: ApiDeps): RequestHandler {
  const limit = new RateLimit(deps.rateLimitPerMinute);
  const tokens = new TokenLookup(deps, limit);
  return async (request, response, next) => {
    const token = /^bearer +(\S+) *$/i.exec(request.get('Authorization') ?? '')?.[1];
    if (token !== undefined && isSameSecret(token, deps.adminToken)) {
      setActor(request, adminActor);
      await limit.count('admin', response);
    } else if (token !== undefined && tokenPattern.test(token)) {
      const actor = await tokens.findActor(token, addressKey(request), response);
      if (actor) setActor(request, actor);
    } else await limit.count(addressKey(request), response);
    next();
  };
}

/** Looks tokens up; invalid ones count against their address, so that guessing is limited. */
class TokenLookup {
  readonly #deps: Pick<ApiDeps, 'apiTokens'>;
  readonly #limit: RateLimit;
  readonly #validKeys = new Set<string>();

  constructor(deps: Pick<ApiDeps, 'apiTokens'>, limit: RateLimit) {
    this.#deps = deps;
    this.#limit = limit;
  }

  async findActor(token: string, address: string, response: Response): Promise<Actor | undefined> {
    const key = `token ${createHash('sha256').update(token).digest('base64url')}`;
    const wasValid = this.#validKeys.has(key);
    await this.#limit.count(wasValid ? key : address, response);
    const holder = await this.#deps.apiTokens.findToken({ token });
    if (!holder) this.#validKeys.delete(key);
    else if (!wasValid) {
      this.#remember(key);
      await this.#limit.refund(address);
      await this.#limit.count(key, response);
    }
    return holder && toActor(holder);
  }

  #remember(key: string): void {
    if (this.#validKeys.size >= maxRememberedTokens) this.#validKeys.clear();
    this.#validKeys.add(key);
  }
}

function addressKey(request: Request): string {
  return `address ${request.ip ?? ''}`;
}
