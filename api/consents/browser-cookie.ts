import { createHmac, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { SigningSecrets } from '../../adapters/secrets/signing-secrets.ts';
import type { ApiDeps } from '../deps.ts';
import { cookieName, isHttps } from '../http/cookies.ts';
import { isSameSecret } from '../http/same-secret.ts';

const maxAgeMs = 3_600_000;
const browserIdPattern = /^[\w-]{43}$/;

type CookieDeps = Pick<ApiDeps, 'publicUrl' | 'signing'>;

/** The secret that binds a consent to the browser that began it. Undefined for a cookie that we did not sign. */
export async function readBrowserId({ publicUrl, signing }: CookieDeps, request: Request): Promise<string | undefined> {
  const cookie = parseCookie(request.get('Cookie') ?? '')[browserCookieName(publicUrl)];
  const [browserId = ''] = cookie?.split('.') ?? [];
  if (cookie === undefined || !browserIdPattern.test(browserId)) return undefined;
  return isSameSecret(cookie, signBrowserId(await signing(), browserId)) ? browserId : undefined;
}

/** Reuses the id of the cookie, so that several tabs work at once, and extends its life. Replaces a planted one. */
export async function ensureBrowserId(deps: CookieDeps, request: Request, response: Response): Promise<string> {
  const { publicUrl, signing } = deps;
  const browserId = (await readBrowserId(deps, request)) ?? randomBytes(32).toString('base64url');
  response.cookie(browserCookieName(publicUrl), signBrowserId(await signing(), browserId), {
    httpOnly: true,
    // Not `strict`: the redirect from Amazon has to carry it.
    sameSite: 'lax',
    secure: isHttps(publicUrl),
    path: '/',
    maxAge: maxAgeMs,
  });
  return browserId;
}

function browserCookieName(publicUrl: string): string {
  return cookieName('perennial_browser', publicUrl);
}

function signBrowserId({ browser }: SigningSecrets, browserId: string): string {
  return `${browserId}.${createHmac('sha256', browser).update(browserId).digest('base64url')}`;
}

/** A token for an outcome page whose address holds no code. It works only in the same browser. */
export async function signOutcomeToken(
  { signing }: Pick<ApiDeps, 'signing'>,
  consentId: string,
  browserId: string,
): Promise<string> {
  const { outcome } = await signing();
  const mac = createHmac('sha256', outcome).update(`${consentId}\0${browserId}`).digest('base64url');
  return `${consentId}.${mac}`;
}

/** The id of the consent; undefined for a wrong token or another browser. */
export async function verifyOutcomeToken(
  deps: Pick<ApiDeps, 'signing'>,
  outcomeToken: string,
  browserId: string | undefined,
): Promise<string | undefined> {
  const [consentId = ''] = outcomeToken.split('.');
  if (browserId === undefined || !/^[0-9a-f-]{36}$/.test(consentId)) return undefined;
  return isSameSecret(outcomeToken, await signOutcomeToken(deps, consentId, browserId)) ? consentId : undefined;
}
