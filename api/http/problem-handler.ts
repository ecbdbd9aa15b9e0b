import type { ErrorRequestHandler, Request, Response } from 'express';
import { problemKinds } from '../contract/problem-kinds.ts';
import type { ProblemDocument } from '../contract/problem.ts';
import { noticeFor, sendNotice } from '../pages/notice.ts';
import type { Problem } from './problem.ts';
import { toProblem } from './to-problem.ts';

/** Answers every thrown value: with a problem document, or with a page on the paths that sellers open. */
export function problemHandler(publicUrl: string): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error);
    logProblem(request, problem);
    // Express closes a connection whose response has begun.
    if (response.headersSent) return next(error);
    response.set({ 'Cache-Control': 'no-store', ...problem.headers });
    const notice = isForSellers(request) ? noticeFor(problem.code) : undefined;
    if (notice) sendNotice(request, response, notice);
    else sendDocument(publicUrl, problem, response);
  };
}

function isForSellers({ path }: Request): boolean {
  return path.startsWith('/connect/') || path.startsWith('/oauth/');
}

function sendDocument(publicUrl: string, problem: Problem, response: Response): void {
  const { code, status, message, errors } = problem;
  const document: ProblemDocument = {
    type: `${publicUrl}/problems/${code}`,
    title: problemKinds[code].title,
    status,
    detail: message,
    code,
    errors: [...errors],
    requestId: response.get('X-Request-Id') ?? '',
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(document));
}

/** Bugs with their stack, temporary failures with their cause. The caller's errors are in the line of the request. */
function logProblem(request: Request, { code, status, message, cause }: Problem): void {
  if (code === 'internal_error') request.log.error({ err: cause }, 'Unhandled error');
  else if (status >= 500) request.log.warn({ code, cause: chainOf(cause) }, message);
}

function chainOf(error: unknown): readonly string[] {
  return error instanceof Error ? [`${error.name}: ${error.message}`, ...chainOf(error.cause)] : [];
}
