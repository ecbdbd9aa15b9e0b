import type { Request } from 'express';

/** Whether one of our own pages sent the request: its origin is our public address, or the host that was addressed. */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return origin === new URL(publicUrl).origin || host === request.get('Host');
}
