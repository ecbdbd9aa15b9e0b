import { randomUUID } from 'node:crypto';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { consentRoutes } from './amazon/consent-routes.ts';
import { consentPath } from './amazon/consent-request.ts';
import { confirmPath, managePath } from './amazon/authorize-again.ts';
import { feesPath, feesRoutes } from './amazon/fees-routes.ts';
import { logAmazonRequests } from './amazon/log-amazon-requests.ts';
import { manageAppsRoutes } from './amazon/manage-apps-routes.ts';
import { accountPath, participationsPath, sellersRoutes } from './amazon/sellers-routes.ts';
import { tokenRoutes } from './amazon/token-routes.ts';
import { commerceRoutes } from './commerce/commerce-routes.ts';
import { controlRoutes } from './controls/control-routes.ts';
import { homePage } from './controls/home-page.ts';
import { sendPage } from './http/html-page.ts';
import { statusOf } from './http/status-of.ts';
import type { Simulation } from './simulation.ts';

/** Every address of the simulators. */
export function createApp(simulation: Simulation): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(logRequests(simulation));
  app.get('/', (_request, response) => sendPage(response, homePage()));
  app.use(consentPath, logAmazonRequests(simulation), consentRoutes(simulation));
  app.use([managePath, confirmPath], logAmazonRequests(simulation));
  app.use(manageAppsRoutes(simulation));
  app.use('/auth/o2/token', logAmazonRequests(simulation), tokenRoutes(simulation));
  app.use([participationsPath, accountPath], logAmazonRequests(simulation));
  app.use(sellersRoutes(simulation));
  app.use(feesPath, logAmazonRequests(simulation), feesRoutes(simulation));
  app.use('/rest', commerceRoutes(simulation));
  app.use('/simulator', controlRoutes(simulation));
  app.use((request, response) => {
    response.status(404).json({ message: `There is no ${request.method} of this address in the simulators.` });
  });
  app.use(answerError(simulation));
  return app;
}

/** One line per request, never its query, headers or body: codes and tokens travel there. */
function logRequests({ options }: Simulation) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAtMs = performance.now();
    const { method, path } = request;
    const requestId = randomUUID();
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAtMs);
      const status = statusOf(response);
      const amazonId = response.getHeader('x-amzn-RequestId');
      const line = {
        time: new Date().toISOString(),
        method,
        path: path.slice(0, 200),
        status,
        ms,
        requestId: amazonId ?? requestId,
      };
      options.writeLog?.(JSON.stringify(line));
    });
    next();
  };
}

/** Express knows an error handler by its four parameters. */
function answerError({ options }: Simulation) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const status = statusOfError(error);
    if (status >= 500) options.writeLog?.(JSON.stringify({ time: new Date().toISOString(), error: describe(error) }));
    response.status(status).json({ message: status < 500 ? 'The request cannot be read.' : 'The simulator failed.' });
  };
}

function statusOfError(error: unknown): number {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'unknown';
}
