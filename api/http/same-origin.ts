import type { Request } from 'express';

/**
 * Whether another site sent the form. A page with `no-referrer`, because its address holds a secret, sends no origin with
 * its form: there the browser's `Sec-Fetch-Site` decides, and a secret in the form has to.
 */
export function isFromOtherSite(request: Request, publicUrl: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = request.get('Origin');
  return origin !== undefined && origin !== 'null' && !isSameOrigin(request, publicUrl);
}

/** Whether one of our own pages sent the request: its origin is our public address, or the host that was addressed. */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return origin === new URL(publicUrl).origin || host === request.get('Host');
}
