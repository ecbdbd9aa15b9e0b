import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { adminActor, setActor, toActor } from '../http/actor.ts';
import type { ApiDeps } from '../deps.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { isSameSecret } from '../http/same-secret.ts';

/** What is no token by its looks costs no look at the database. */
const wellFormed = /^prn_[\w-]{43}$/;
const mostRemembered = 10_000;

/**
 * Counts requests by token or, without a valid one, by address, and notes whose token it is. A token is looked up for
 * every request, so that it ends with its revocation; a wrong one only as often as its address may ask.
 */
export function bearerAuth(deps: ApiDeps): RequestHandler {
  const limit = new RateLimit(deps.rateLimitPerMinute);
  /** Tokens that were valid the last time: those do not count for their address. */
  const valid = new Set<string>();

  async function identifyToken(token: string, request: Request, response: Response): Promise<void> {
    const key = `token ${createHash('sha256').update(token).digest('base64url')}`;
    const address = addressOf(request);
    await limit.count(valid.has(key) ? key : address, response);
    const holder = await deps.apiTokens.findToken({ token });
    if (!holder) return void valid.delete(key);
    setActor(request, toActor(holder));
    if (valid.has(key)) return;
    if (valid.size >= mostRemembered) valid.clear();
    valid.add(key);
    await limit.takeBack(address);
    await limit.count(key, response);
  }

  return async (request, response, next) => {
    const token = /^bearer +(\S+) *$/i.exec(request.get('Authorization') ?? '')?.[1];
    if (token !== undefined && isSameSecret(token, deps.adminToken)) {
      setActor(request, adminActor);
      await limit.count('admin', response);
    } else if (token !== undefined && wellFormed.test(token)) await identifyToken(token, request, response);
    else await limit.count(addressOf(request), response);
    next();
  };
}

function addressOf(request: Request): string {
  return `address ${request.ip ?? ''}`;
}
