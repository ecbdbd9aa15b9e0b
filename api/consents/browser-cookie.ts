import { createHmac, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { isSameSecret } from '../http/same-secret.ts';

const cookieName = 'perennial_browser';
const maxAgeMs = 3_600_000;
const browserIdPattern = /^[\w-]{43}$/;

/** The secret that binds a consent to the browser that began it. */
export function readBrowserId(request: Request): string | undefined {
  const browserId = parseCookie(request.get('Cookie') ?? '')[cookieName];
  return browserId !== undefined && browserIdPattern.test(browserId) ? browserId : undefined;
}

/** Reuses the id of the cookie, so that several tabs work at once, and extends its life. */
export function ensureBrowserId(request: Request, response: Response, publicUrl: string): string {
  const browserId = readBrowserId(request) ?? randomBytes(32).toString('base64url');
  response.cookie(cookieName, browserId, {
    httpOnly: true,
    // Not `strict`: the redirect from Amazon has to carry it.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: maxAgeMs,
  });
  return browserId;
}

/** A token for an outcome page whose address holds no code. It works only in the same browser. */
export function signOutcomeToken({ sessionSecrets }: ApiDeps, consentId: string, browserId: string): string {
  const mac = createHmac('sha256', sessionSecrets[0]).update(`${consentId}\0${browserId}`).digest('base64url');
  return `${consentId}.${mac}`;
}

/** The id of the consent; undefined for a wrong token or another browser. */
export function verifyOutcomeToken(
  deps: ApiDeps,
  outcomeToken: string,
  browserId: string | undefined,
): string | undefined {
  const [consentId = ''] = outcomeToken.split('.');
  if (browserId === undefined || !/^[0-9a-f-]{36}$/.test(consentId)) return undefined;
  return isSameSecret(outcomeToken, signOutcomeToken(deps, consentId, browserId)) ? consentId : undefined;
}
