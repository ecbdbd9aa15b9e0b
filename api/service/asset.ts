import type { Route } from '../http/route.ts';

/** A file that is small enough to live in the code. */
export function asset(path: string, type: string, content: string): Route {
  return {
    method: 'get',
    path,
    handlers: [
      (_request, response) => void response.set('Cache-Control', 'public, max-age=3600').type(type).send(content),
    ],
  };
}
