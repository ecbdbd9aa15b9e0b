import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { statusOf } from '../http/status-of.ts';
import type { Simulation } from '../simulation.ts';

interface Notes {
  readonly seller?: string | undefined;
  readonly grantType?: string | undefined;
  readonly isLimitExceeded?: true;
}

const notesOf = new WeakMap<Response, Notes>();

/** Tells the log whom a request was about. */
export function noteForLog(response: Response, notes: Notes): void {
  notesOf.set(response, { ...notesOf.get(response), ...notes });
}

/** Gives each request Amazon's id, and remembers it for `/simulator/log` when it is answered. */
export function logAmazonRequests({ requestLog, now }: Simulation) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    const startedAtMs = now();
    const endpoint = `${request.method} ${request.originalUrl.split('?')[0] ?? ''}`;
    response.setHeader('x-amzn-RequestId', requestId);
    response.once('close', () => {
      const { seller, grantType, isLimitExceeded } = notesOf.get(response) ?? {};
      requestLog.add({
        at: new Date(startedAtMs).toISOString(),
        endpoint,
        status: statusOf(response),
        ms: now() - startedAtMs,
        requestId,
        ...(seller !== undefined && { seller }),
        ...(grantType !== undefined && { grantType }),
        ...(isLimitExceeded && { isLimitExceeded }),
      });
    });
    next();
  };
}
