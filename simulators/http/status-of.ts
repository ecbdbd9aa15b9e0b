import type { Response } from 'express';

const clientClosedRequest = 499;

/** What the caller saw of a response that is over; 499 when it went away before the answer. */
export function statusOf(response: Response): number {
  return response.writableFinished ? response.statusCode : clientClosedRequest;
}
