import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { ApiDeps } from '../deps.ts';
import { cookieName, isHttps } from '../http/cookies.ts';

/** A sign-in at the identity provider has to be finished within this time. */
const validMs = 10 * 60_000;

const transaction = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  startedAt: z.iso.datetime(),
  isFreshSignIn: z.boolean(),
  returnTo: z.string(),
});
/** What the browser keeps, encrypted, while its person is at the identity provider. */
export type OidcTransaction = z.output<typeof transaction>;

type Deps = Pick<ApiDeps, 'publicUrl' | 'frameAncestors' | 'signing' | 'now'>;

export async function keepTransaction(response: Response, deps: Deps, content: OidcTransaction): Promise<void> {
  const expires = new Date(deps.now().getTime() + validMs);
  const sealed = await new EncryptJWT(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(expires)
    .encrypt(await encryptionKey(deps));
  response.cookie(transactionCookieName(deps), sealed, { ...transactionCookie(deps), expires });
}

/** Undefined when this browser began none, or too long ago. */
export async function readTransaction(request: Request, deps: Deps): Promise<OidcTransaction | undefined> {
  const sealed = parseCookie(request.get('Cookie') ?? '')[transactionCookieName(deps)];
  if (sealed === undefined) return undefined;
  const key = await encryptionKey(deps);
  const opened = await jwtDecrypt(sealed, key, { currentDate: deps.now() }).catch(() => undefined);
  return transaction.safeParse(opened?.payload).data;
}

export function forgetTransaction(response: Response, deps: Deps): void {
  response.clearCookie(transactionCookieName(deps), transactionCookie(deps));
}

function transactionCookieName({ publicUrl }: Deps): string {
  return cookieName('perennial_oidc', publicUrl);
}

/** Not `strict`: the redirect from the identity provider has to carry it. */
function transactionCookie({ publicUrl, frameAncestors }: Deps) {
  const cookie = { httpOnly: true, path: '/' };
  if (frameAncestors.length > 0) return { ...cookie, sameSite: 'none', secure: true, partitioned: true } as const;
  return { ...cookie, sameSite: 'lax', secure: isHttps(publicUrl) } as const;
}

async function encryptionKey({ signing }: Deps): Promise<Uint8Array> {
  return Buffer.from((await signing()).oidc, 'base64url');
}
