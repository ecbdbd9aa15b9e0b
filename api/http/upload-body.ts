import express, { type RequestHandler } from 'express';
import type { Upload } from '../contract/operation.ts';
import { Problem } from './problem.ts';

/** A file of one of the named types, as text. */
export function uploadBody({ types, maxBytes }: Upload): readonly RequestHandler[] {
  const known = Object.keys(types);
  const checkType: RequestHandler = (request, _response, next) => {
    if (request.get('Content-Length') === '0')
      return next(new Problem('invalid_import', 'The file is empty; at least one row is expected.'));
    const charset = /;\s*charset="?([^";\s]+)/i.exec(request.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
    const isKnown = request.is(known) && /^utf-?8$/i.test(charset);
    next(isKnown ? undefined : new Problem('unsupported_media_type'));
  };
  const decode: RequestHandler = (request, _response, next) => {
    request.body = decodeUtf8(request.body);
    next();
  };
  return [checkType, express.raw({ limit: maxBytes, inflate: false, type: known }), decode];
}

/** A byte order mark is dropped. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = lineOfFirstMistake(bytes);
    const detail = `Line ${line} is not UTF-8. Save the file as "CSV UTF-8" or in UTF-8, and send it again.`;
    throw new Problem('invalid_import', detail, { errors: [{ pointer: `/${line}`, detail }] });
  }
}

function lineOfFirstMistake(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const encoder = new TextEncoder();
  let position = bytes.indexOf(0xef) === 0 && bytes[1] === 0xbb ? 3 : 0;
  for (const [index, line] of lines.entries()) {
    const asRead = encoder.encode(`${line}\n`);
    if (asRead.some((byte, offset) => position + offset < bytes.length && bytes[position + offset] !== byte))
      return index + 1;
    position += asRead.length;
  }
  return lines.length;
}
