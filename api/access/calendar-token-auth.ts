import type { RequestHandler } from 'express';
import { hasActor, setActor } from '../http/actor.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';

const wellFormed = /^prncal_[\w-]{43}$/;

/** For programs that follow a calendar and cannot sign in: the token of a link opens the calendar and nothing else. */
export function calendarTokenAuth({ calendarLinks }: ApiDeps): RequestHandler {
  return async (request, response, next) => {
    const { token } = request.query;
    if (token === undefined || hasActor(request)) return next();
    response.set('Referrer-Policy', 'no-referrer');
    if (typeof token !== 'string' || !wellFormed.test(token) || !(await calendarLinks.useLink(token)))
      throw new Problem(
        'unauthorized',
        'This calendar link does not work: it was revoked, or copied incompletely. Make a new one in the console, under Renewals.',
      );
    setActor(request, { name: 'calendar link', role: 'viewer' });
    next();
  };
}
