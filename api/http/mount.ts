import type { Express, RequestHandler } from 'express';
import { requireRole } from './actor.ts';
import { jsonBody, optionalJsonBody } from './json-body.ts';
import { uploadBody } from './upload-body.ts';
import { noteRoute } from './request-log.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';

interface Mounted {
  readonly method: Route['method'];
  /** As OpenAPI writes it. */
  readonly path: string;
  readonly handlers: readonly RequestHandler[];
}

const bodyReaders: Readonly<Record<Route['takesBody'], readonly RequestHandler[]>> = {
  no: [],
  optional: [optionalJsonBody],
  required: [jsonBody],
};

/** Mounts calls by their paths, so that each path knows which methods it has. */
export function mount(app: Express, routes: readonly Route[]): void {
  mountHandlers(
    app,
    routes.map(({ method, path, role, takesBody, upload, handler }) => ({
      method,
      path,
      handlers: [checkRole(role), ...(upload ? uploadBody(upload) : bodyReaders[takesBody]), handler],
    })),
  );
}

function checkRole(role: Route['role']): RequestHandler {
  return (request, _response, next) => {
    if (role !== 'anyone') requireRole(request, role);
    next();
  };
}

export function mountHandlers(app: Express, mounted: readonly Mounted[]): void {
  for (const path of new Set(mounted.map((each) => each.path))) {
    const here = mounted.filter((each) => each.path === path);
    const place = app.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    place.all((_request, response, next) => {
      noteRoute(response, path);
      next();
    });
    for (const { method, handlers } of here) place[method](...handlers);
    place.all(refuseMethod(here.map(({ method }) => method)));
  }
}

function refuseMethod(methods: readonly Route['method'][]): RequestHandler {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  const allow = [...names, 'OPTIONS'].join(', ');
  return (request, response) => {
    if (request.method === 'OPTIONS') return void response.set('Allow', allow).status(204).end();
    const detail = `${request.method} is not possible here; ${names.join(', ')} is.`;
    throw new Problem('method_not_allowed', detail, { headers: { Allow: allow } });
  };
}

/** What is told to a token is nobody else's, and old in a moment. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

export const refuseUnknown: RequestHandler = () => {
  throw new Problem('not_found');
};
