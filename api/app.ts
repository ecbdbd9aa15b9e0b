import express, { type Express } from 'express';
import { bearerAuth } from './access/bearer-auth.ts';
import { calendarTokenAuth } from './access/calendar-token-auth.ts';
import { FailedAttempts } from './access/failed-attempts.ts';
import { accessRoutes } from './access/index.ts';
import { sessionAuth } from './access/session-auth.ts';
import { SignInAlarm } from './access/sign-in-alarm.ts';
import { applicationRoutes } from './application/index.ts';
import { auditRoutes } from './audit/index.ts';
import { campaignRoutes } from './campaigns/index.ts';
import { consentRoutes } from './consents/index.ts';
import type { ApiDeps } from './deps.ts';
import { keepAuditTrail } from './http/audit-trail.ts';
import { createMetrics } from './http/metrics.ts';
import { mount, noStore, notFound } from './http/mount.ts';
import { problemHandler } from './http/problem-handler.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { importRoutes } from './imports/index.ts';
import { lookUpRoutes } from './look-ups/index.ts';
import { preSetupRoutes } from './pre-setup/index.ts';
import { renewalRoutes } from './renewals/index.ts';
import { docsPage } from './service/docs-page.ts';
import { monitoringRoutes, serviceRoutes } from './service/index.ts';
import { ChangeStream } from './stores/change-stream.ts';
import { storeRoutes } from './stores/index.ts';
import { webhookRoutes } from './webhooks/index.ts';

export interface Api {
  readonly app: Express;
  /** Ends the event streams, which would otherwise keep the server open. */
  close(): void;
}

export function createApp(deps: ApiDeps): Api {
  const app = express();
  const metrics = createMetrics(deps);
  const changes = new ChangeStream(deps);
  const signInAlarm = new SignInAlarm(deps);
  const attempts = new FailedAttempts(deps, signInAlarm);

  keepAuditTrail(app, deps);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...deps.trustedProxies]);
  app.use(requestLog(deps.log), metrics.measure, securityHeaders(deps.publicUrl));

  // Before the rate limit: monitoring calls do not count.
  mount(app, monitoringRoutes(deps, metrics, attempts));

  app.use(bearerAuth(deps, attempts));
  app.get('/v1/renewals.ics', calendarTokenAuth(deps, attempts));
  app.use('/v1', sessionAuth(deps), noStore);
  app.use('/docs', docsPage());
  // Before the routes: the console replaces the plain home page.
  if (deps.consolePages) app.use(deps.consolePages.pages);
  mount(app, [
    ...storeRoutes(deps, changes),
    ...importRoutes(deps),
    ...consentRoutes(deps),
    ...renewalRoutes(deps),
    ...campaignRoutes(deps),
    ...lookUpRoutes(deps),
    ...preSetupRoutes(deps),
    ...webhookRoutes(deps),
    ...accessRoutes(deps, attempts),
    ...auditRoutes(deps),
    ...applicationRoutes(deps),
    ...serviceRoutes(deps),
  ]);

  if (deps.consolePages) app.use(deps.consolePages.notFound);
  app.use(notFound);
  app.use(problemHandler(deps.publicUrl));
  const close = () => {
    changes.close();
    signInAlarm.stop();
  };
  return { app, close };
}
