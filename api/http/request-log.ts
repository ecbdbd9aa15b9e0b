import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const validRequestId = /^[\w.:~+/=-]{1,128}$/;
const quietRoutes = new Set(['/healthz', '/readyz', '/metrics']);
const routes = new WeakMap<ServerResponse, string>();

/** Logs and metrics name the route. The full address is never logged, because it may hold codes and tokens. */
export function setRoute(response: Response, path: string): void {
  routes.set(response, path);
}

export function routeOf(response: ServerResponse): string {
  return routes.get(response) ?? 'unmatched';
}

/** One line per request: method, route pattern, status, duration and `X-Request-Id` (the caller's, when it is valid). */
export function requestLog(log: Logger) {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    genReqId(request, response) {
      const requestId = request.headers['x-request-id'];
      const id = typeof requestId === 'string' && validRequestId.test(requestId) ? requestId : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: ({ id, method }: { id: unknown; method: unknown }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: unknown }) => ({ statusCode }),
    },
    customProps: (_request, response) => (response.writableEnded ? { route: routeOf(response) } : {}),
    // `problemHandler` logs the error.
    customErrorObject: (_request, _response, _cause, { err: _error, ...line }: Record<string, unknown>) => line,
    customSuccessMessage: (request, response, ms) =>
      `${request.method} ${routeOf(response)} ${response.statusCode} in ${Math.round(ms)} ms`,
    customErrorMessage: (request, response) => `${request.method} ${routeOf(response)} ${response.statusCode}`,
    customLogLevel: (_request, response) =>
      quietRoutes.has(routeOf(response)) ? 'debug' : response.statusCode >= 500 ? 'warn' : 'info',
  });
}
