import type { RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { hasActor, setActor } from '../http/actor.ts';
import { auditRefusal } from '../http/audit-trail.ts';
import { Problem } from '../http/problem.ts';
import type { FailedAttempts } from './failed-attempts.ts';

const tokenPattern = /^prncal_[\w-]{43}$/;

/** Calendar programs cannot sign in: the token of a calendar link opens the calendar and nothing else. */
export function calendarTokenAuth(
  { calendarLinks, identityProvider, signing }: ApiDeps,
  attempts: FailedAttempts,
): RequestHandler {
  return async (request, response, next) => {
    const { token } = request.query;
    if (token === undefined || hasActor(request)) return next();
    response.set('Referrer-Policy', 'no-referrer');
    await attempts.begin(request);
    const isValid =
      typeof token === 'string' &&
      tokenPattern.test(token) &&
      (await calendarLinks.useLink(token, (await signing()).adminFingerprint, identityProvider?.issuer));
    if (!isValid) {
      await auditRefusal(request, { action: 'authenticate', target: { kind: 'calendar_link' } });
      throw new Problem(
        'unauthorized',
        'This calendar link does not work: it was revoked, ended with the token that made it, or was copied incompletely. Create a new one in the console, under Renewals.',
      );
    }
    await attempts.succeeded(request);
    setActor(request, { name: 'calendar link', role: 'viewer' });
    next();
  };
}
