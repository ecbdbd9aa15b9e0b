import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

const parseJson = express.json({ limit: '64kb', inflate: false, type: 'application/json' });

export const jsonBody: RequestHandler = (request, response, next) => {
  if (request.get('Content-Length') === '0')
    return next(new Problem('invalid_json', 'The body is empty. Send a JSON object.'));
  if (!request.is('application/json')) return next(new Problem('unsupported_media_type'));
  parseJson(request, response, next);
};

export const optionalJsonBody: RequestHandler = (request, response, next) => {
  const length = request.get('Content-Length') ?? '0';
  if (length === '0' && request.get('Transfer-Encoding') === undefined) return next();
  jsonBody(request, response, next);
};
