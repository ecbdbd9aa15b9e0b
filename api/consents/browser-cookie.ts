import { createHmac, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { isSameSecret } from '../http/same-secret.ts';

const name = 'perennial_browser';
const maxAgeMs = 3_600_000;
const wellFormed = /^[\w-]{43}$/;

/** The secret that binds a consent to the browser that began it. */
export function readBrowserId(request: Request): string | undefined {
  const given = parseCookie(request.get('Cookie') ?? '')[name];
  return given !== undefined && wellFormed.test(given) ? given : undefined;
}

/** The one a browser has is kept, so that several tabs work side by side. */
export function ensureBrowserId(request: Request, response: Response, publicUrl: string): string {
  const browserId = readBrowserId(request) ?? randomBytes(32).toString('base64url');
  response.cookie(name, browserId, {
    httpOnly: true,
    // Lax: it has to come along when Amazon sends the browser back.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: maxAgeMs,
  });
  return browserId;
}

/** Lets the same browser look at the outcome again at an address without a code. */
export function signOutcomeToken({ sessionSecrets }: ApiDeps, consentId: string, browserId: string): string {
  const mac = createHmac('sha256', sessionSecrets[0]).update(`${consentId}\0${browserId}`).digest('base64url');
  return `${consentId}.${mac}`;
}

/** The consent a receipt stands for, when it is this browser's. */
export function verifyOutcomeToken(deps: ApiDeps, receipt: string, browserId: string | undefined): string | undefined {
  const [consentId = ''] = receipt.split('.');
  if (browserId === undefined || !/^[0-9a-f-]{36}$/.test(consentId)) return undefined;
  return isSameSecret(receipt, signOutcomeToken(deps, consentId, browserId)) ? consentId : undefined;
}
