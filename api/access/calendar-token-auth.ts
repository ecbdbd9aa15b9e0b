import type { RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { hasActor, setActor } from '../http/actor.ts';
import { Problem } from '../http/problem.ts';

const tokenPattern = /^prncal_[\w-]{43}$/;

/** Calendar programs cannot sign in: the token of a calendar link opens the calendar and nothing else. */
export function calendarTokenAuth({ calendarLinks }: ApiDeps): RequestHandler {
  return async (request, response, next) => {
    const { token } = request.query;
    if (token === undefined || hasActor(request)) return next();
    response.set('Referrer-Policy', 'no-referrer');
    if (typeof token !== 'string' || !tokenPattern.test(token) || !(await calendarLinks.useLink(token)))
      throw new Problem(
        'unauthorized',
        'This calendar link does not work: it was revoked or copied incompletely. Create a new one in the console, under Renewals.',
      );
    setActor(request, { name: 'calendar link', role: 'viewer' });
    next();
  };
}
