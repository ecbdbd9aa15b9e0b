import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { NewSession, Session, SessionPolicy } from '../../adapters/postgres/access/sessions.ts';
import { isFreshSignIn } from '../../domain/sessions.ts';
import type { ApiDeps } from '../deps.ts';
import type { Actor } from '../http/actor.ts';
import { clientAddress } from '../http/client-address.ts';
import { cookieName, isHttps } from '../http/cookies.ts';

/** The console sends it with what it asks by itself, so that an open tab does not keep its session alive. */
const backgroundHeader = 'Perennial-Background';
const secretPattern = /^[\w-]{43}$/;

type CookieDeps = Pick<ApiDeps, 'publicUrl' | 'frameAncestors'>;
type SessionDeps = CookieDeps & Pick<ApiDeps, 'sessions' | 'signing' | 'identityProvider' | 'now'>;

/** `SameSite=Strict`, unless other sites may frame the console: then one cookie per framing site (`Partitioned`). */
function sessionCookie({ publicUrl, frameAncestors }: CookieDeps) {
  const cookie = { httpOnly: true, path: '/' };
  if (frameAncestors.length > 0) return { ...cookie, sameSite: 'none', secure: true, partitioned: true } as const;
  return { ...cookie, sameSite: 'strict', secure: isHttps(publicUrl) } as const;
}

/** Which sessions are in force now. */
export async function sessionPolicy({
  signing,
  identityProvider,
  now,
}: Pick<SessionDeps, 'signing' | 'identityProvider' | 'now'>): Promise<SessionPolicy> {
  const { adminFingerprint } = await signing();
  return { adminFingerprint, issuer: identityProvider?.issuer, now: now() };
}

/** Undefined for a browser that is not signed in, or whose session is over. */
export async function findBrowserSession(request: Request, deps: SessionDeps): Promise<Session | undefined> {
  const secret = parseCookie(request.get('Cookie') ?? '')[cookieName('perennial_session', deps.publicUrl)];
  if (secret === undefined || !secretPattern.test(secret)) return undefined;
  const isUse = request.get(backgroundHeader) === undefined;
  return deps.sessions.findSession({ secret }, await sessionPolicy(deps), { isUse });
}

export async function signedInActor(request: Request, deps: SessionDeps): Promise<Actor | undefined> {
  const session = await findBrowserSession(request, deps);
  if (!session) return undefined;
  const { id, name, role, tokenId, person, authenticatedAt } = session;
  const isFresh = isFreshSignIn(authenticatedAt === undefined ? undefined : new Date(authenticatedAt), deps.now());
  return { name, role, tokenId, person, session: { id, isFresh } };
}

/** Always a new session, which prevents session fixation; it replaces the one that the browser has. */
export async function signIn(
  request: Request,
  response: Response,
  deps: SessionDeps,
  session: Pick<NewSession, 'holder' | 'signedInWith' | 'authenticatedAt'>,
): Promise<void> {
  const previous = await findBrowserSession(request, deps);
  const { secret, expiresAt } = await deps.sessions.createSession(
    { ...session, clientAddress: clientAddress(request), userAgent: request.get('User-Agent') ?? '' },
    deps.now(),
  );
  if (previous) await deps.sessions.endSession(previous.id);
  const cookie = { ...sessionCookie(deps), expires: expiresAt };
  response.cookie(cookieName('perennial_session', deps.publicUrl), secret, cookie);
}

/** The session that has ended; undefined for a browser that was not signed in. */
export async function signOut(request: Request, response: Response, deps: SessionDeps): Promise<Session | undefined> {
  const session = await findBrowserSession(request, deps);
  if (session) await deps.sessions.endSession(session.id);
  response.clearCookie(cookieName('perennial_session', deps.publicUrl), sessionCookie(deps));
  return session;
}
