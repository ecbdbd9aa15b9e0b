import type { Request, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { ensureBrowserId } from './browser-cookie.ts';

const validMs = 30 * 60_000;

/** Binds the browser by its cookie and creates a single-use state for Amazon. */
export async function beginConsent(
  deps: ApiDeps,
  request: Request,
  response: Response,
  consent: { readonly storeId: string; readonly linkId?: string },
): Promise<{ state: string; redirectUri: string }> {
  const { consents, publicUrl } = deps;
  const redirectUri = `${publicUrl}/oauth/amazon/callback`;
  const { state } = await consents.beginConsent({
    ...consent,
    browserId: await ensureBrowserId(deps, request, response),
    redirectUri,
    expiresAt: new Date(Date.now() + validMs).toISOString(),
  });
  return { state, redirectUri };
}
