import type { RequestHandler } from 'express';

/** A file of our pages, small enough to live in the code. */
export function asset(type: string, content: string): RequestHandler {
  return (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type(type).send(content);
  };
}
