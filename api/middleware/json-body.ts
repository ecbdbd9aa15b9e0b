import express, { type RequestHandler } from 'express';
import { Problem } from '../problems.ts';

const parse = express.json({ limit: '64kb', inflate: false, type: 'application/json' });

/** JSON and nothing else, for the calls that take a body. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (!request.is('application/json') && !hasNoBody(request.headers)) return next(new Problem('unsupported_media_type'));
  parse(request, response, (error: unknown) => {
    if (error) return next(error);
    if (request.body === undefined) return next(new Problem('invalid_json', 'The body is empty; a JSON object is expected.'));
    next();
  });
};

function hasNoBody(headers: NodeJS.Dict<string | string[]>): boolean {
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
}
