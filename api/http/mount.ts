import type { Express, RequestHandler } from 'express';
import { Problem } from './problem.ts';
import { setRoute } from './request-log.ts';
import type { Route } from './route.ts';

/** Mounts all routes of a path at once, so that any other method gets a 405 that names the allowed ones. */
export function mount(app: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const routesOfPath = routes.filter((route) => route.path === path);
    const expressRoute = app.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    expressRoute.all((_request, response, next) => {
      setRoute(response, path);
      next();
    });
    for (const { method, handlers } of routesOfPath) expressRoute[method](...handlers);
    expressRoute.all(methodNotAllowed(routesOfPath.map(({ method }) => method)));
  }
}

function methodNotAllowed(methods: readonly Route['method'][]): RequestHandler {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  const allow = [...names, 'OPTIONS'].join(', ');
  return (request, response) => {
    if (request.method === 'OPTIONS') return void response.set('Allow', allow).status(204).end();
    const detail = `${request.method} is not allowed here. Use ${names.join(' or ')}.`;
    throw new Problem('method_not_allowed', detail, { headers: { Allow: allow } });
  };
}

/** Answers belong to one token and are out of date at once. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

export const notFound: RequestHandler = () => {
  throw new Problem('not_found');
};
