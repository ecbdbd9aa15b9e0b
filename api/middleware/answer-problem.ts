import type { ErrorRequestHandler, Request, Response } from 'express';
import type { ProblemDocument } from '../contract/problem.ts';
import { type Problem, problemKinds } from '../problems.ts';
import { toProblem } from '../to-problem.ts';

/** The one place where a thrown value becomes an answer. Pages of people say it in their own way, see `page-trouble.ts`. */
export function answerProblem(publicUrl: string): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error);
    logProblem(request, problem);
    // Express ends a connection whose answer has begun.
    if (response.headersSent) return next(error);
    sendProblem(publicUrl, problem, request, response);
  };
}

export function sendProblem(publicUrl: string, problem: Problem, request: Request, response: Response): void {
  const { code, status, message, errors, headers } = problem;
  const document: ProblemDocument = {
    type: `${publicUrl}/problems/${code}`,
    title: problemKinds[code].title,
    status,
    detail: message,
    code,
    ...(errors.length > 0 && { errors: [...errors] }),
    requestId: String(request.id),
  };
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  response.type('application/problem+json').send(JSON.stringify(document));
}

/** Bugs with all we know; passing troubles with their cause; what callers did wrong is in the line of the request. */
export function logProblem(request: Request, problem: Problem): void {
  if (problem.code === 'internal_error') request.log.error({ err: problem.cause }, 'A request met a fault of ours');
  else if (problem.status >= 500) request.log.warn({ code: problem.code, err: problem.cause }, problem.message);
}
