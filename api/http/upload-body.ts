import express, { type RequestHandler } from 'express';
import type { Upload } from '../contract/operation.ts';
import { Problem } from './problem.ts';

/** Reads a UTF-8 file of one of the types into `request.body`, as text. */
export function uploadBody({ types, maxBytes }: Upload): readonly RequestHandler[] {
  const mediaTypes = Object.keys(types);
  const checkType: RequestHandler = (request, _response, next) => {
    if (request.get('Content-Length') === '0')
      return next(new Problem('invalid_import', 'The file is empty. It needs at least one row.'));
    const charset = /;\s*charset="?([^";\s]+)/i.exec(request.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
    const isSupported = request.is(mediaTypes) && /^utf-?8$/i.test(charset);
    next(isSupported ? undefined : new Problem('unsupported_media_type'));
  };
  const decode: RequestHandler = (request, _response, next) => {
    request.body = decodeUtf8(request.body);
    next();
  };
  return [checkType, express.raw({ limit: maxBytes, inflate: false, type: mediaTypes }), decode];
}

/** Drops a byte order mark. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = lineOfFirstInvalidByte(bytes);
    const detail = `Line ${line} is not UTF-8. Save the file as "CSV UTF-8" or in UTF-8, and send it again.`;
    throw new Problem('invalid_import', detail, { errors: [{ pointer: `/${line}`, detail }] });
  }
}

function lineOfFirstInvalidByte(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const encoder = new TextEncoder();
  let position = bytes.indexOf(0xef) === 0 && bytes[1] === 0xbb ? 3 : 0;
  for (const [index, line] of lines.entries()) {
    const reencoded = encoder.encode(`${line}\n`);
    if (reencoded.some((byte, offset) => position + offset < bytes.length && bytes[position + offset] !== byte))
      return index + 1;
    position += reencoded.length;
  }
  return lines.length;
}
