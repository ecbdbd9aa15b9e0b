import express, { type Express } from 'express';
import { ChangeStream } from './change-stream.ts';
import type { ApiDeps } from './deps.ts';
import { answerProblem } from './middleware/answer-problem.ts';
import { authenticate } from './middleware/authenticate.ts';
import { identify } from './middleware/identify.ts';
import { createMetrics } from './middleware/metrics.ts';
import { openCalendar } from './middleware/open-calendar.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders, signInHeaders } from './middleware/security-headers.ts';
import { sessions } from './middleware/sessions.ts';
import { mount, mountHandlers, neverStored, refuseUnknown } from './mount.ts';
import { iconSvg, pagesCss } from './pages/assets.ts';
import { OutcomePages } from './outcome-pages.ts';
import { getAmazonLogin, postAmazonLogin } from './routes/amazon-login.ts';
import { deleteCalendarLink } from './routes/delete-calendar-link.ts';
import { deleteStore } from './routes/delete-store.ts';
import { deleteWebhook } from './routes/delete-webhook.ts';
import { deleteToken } from './routes/delete-token.ts';
import { getAccess } from './routes/get-access.ts';
import { getAlarms } from './routes/get-alarms.ts';
import { getAmazonCallback } from './routes/get-amazon-callback.ts';
import { getAmazonOutcome } from './routes/get-amazon-outcome.ts';
import { getApplication } from './routes/get-application.ts';
import { getAuthorizations } from './routes/get-authorizations.ts';
import { getCalendarLinks } from './routes/get-calendar-links.ts';
import { getCampaign } from './routes/get-campaign.ts';
import { getCampaignAuthorizations } from './routes/get-campaign-authorizations.ts';
import { getCampaigns } from './routes/get-campaigns.ts';
import { getCommerceAttributes } from './routes/get-commerce-attributes.ts';
import { getCommerceWebsites } from './routes/get-commerce-websites.ts';
import { getConnect } from './routes/get-connect.ts';
import { asset } from './routes/get-asset.ts';
import { docs } from './routes/get-docs.ts';
import { getEvents } from './routes/get-events.ts';
import { getHealth } from './routes/get-health.ts';
import { getHome } from './routes/get-home.ts';
import { getImport } from './routes/get-import.ts';
import { getImportRows } from './routes/get-import-rows.ts';
import { getImports } from './routes/get-imports.ts';
import { getMarketplaces } from './routes/get-marketplaces.ts';
import { getMetrics } from './routes/get-metrics.ts';
import { getOpenapi } from './routes/get-openapi.ts';
import { getProblem } from './routes/get-problem.ts';
import { getPreSetupTasks } from './routes/get-pre-setup-tasks.ts';
import { getReadiness } from './routes/get-readiness.ts';
import { getRenewalCalendar } from './routes/get-renewal-calendar.ts';
import { getRenewals } from './routes/get-renewals.ts';
import { getStore } from './routes/get-store.ts';
import { getStoreCounts } from './routes/get-store-counts.ts';
import { getStores } from './routes/get-stores.ts';
import { getTokens } from './routes/get-tokens.ts';
import { getTimeline } from './routes/get-timeline.ts';
import { getWebhook } from './routes/get-webhook.ts';
import { getWebhookDeliveries } from './routes/get-webhook-deliveries.ts';
import { getWebhooks } from './routes/get-webhooks.ts';
import { patchStore } from './routes/patch-store.ts';
import { patchWebhook } from './routes/patch-webhook.ts';
import { postActivate } from './routes/post-activate.ts';
import { postCalendarLink } from './routes/post-calendar-link.ts';
import { postCampaign } from './routes/post-campaign.ts';
import { postCampaignCancel } from './routes/post-campaign-cancel.ts';
import { postCampaignPause } from './routes/post-campaign-pause.ts';
import { postCampaignPreview } from './routes/post-campaign-preview.ts';
import { postCampaignResume } from './routes/post-campaign-resume.ts';
import { postCheck } from './routes/post-check.ts';
import { postConnectLink } from './routes/post-connect-link.ts';
import { postDeactivate } from './routes/post-deactivate.ts';
import { postDisconnect } from './routes/post-disconnect.ts';
import { postImport } from './routes/post-import.ts';
import { postSignInLink } from './routes/post-sign-in-link.ts';
import { postFailedReplay } from './routes/post-failed-replay.ts';
import { postReplay } from './routes/post-replay.ts';
import { postStore } from './routes/post-store.ts';
import { postWebhook } from './routes/post-webhook.ts';
import { postWebhookSecret } from './routes/post-webhook-secret.ts';
import { postWebhookTest } from './routes/post-webhook-test.ts';
import { postToken } from './routes/post-token.ts';
import { putApplicationSecret } from './routes/put-application-secret.ts';
import { putPreSetupTask } from './routes/put-pre-setup-task.ts';
import { getSignIn, postSignIn, postSignOut } from './routes/sign-in.ts';

export interface Api {
  readonly app: Express;
  /** Ends the event streams, which would otherwise never end. */
  close(): void;
}

/** The HTTP API: every call, in the order of product.md. */
export function createApp(deps: ApiDeps): Api {
  const app = express();
  const metrics = createMetrics(deps);
  const changes = new ChangeStream(deps);
  const outcomes = new OutcomePages(deps);

  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(requestLog(deps.log), metrics.measure, securityHeaders(deps.publicUrl));

  // Watched by machines: without limit and without a token.
  mount(app, [getHealth(), getReadiness(deps), getMetrics(metrics)]);

  app.use(identify(deps));
  app.get('/v1/renewals.ics', openCalendar(deps));
  app.use('/v1', authenticate(deps), neverStored);
  mount(app, [
    postStore(deps),
    getStores(deps),
    // Before the stores, whose ids stand in the same place.
    getStoreCounts(deps),
    getStore(deps),
    patchStore(deps),
    deleteStore(deps),
    postConnectLink(deps),
    postCheck(deps),
    postDisconnect(deps),
    postActivate(deps),
    postDeactivate(deps),
    getTimeline(deps),
    getEvents(deps, changes),
    getRenewals(deps),
    getRenewalCalendar(deps),
    postCampaign(deps),
    getCampaigns(deps),
    // Before the campaigns themselves: "preview" is no id.
    postCampaignPreview(deps),
    getCampaign(deps),
    getCampaignAuthorizations(deps),
    postCampaignPause(deps),
    postCampaignResume(deps),
    postCampaignCancel(deps),
    getCommerceWebsites(deps),
    getCommerceAttributes(deps),
    getMarketplaces(),
    getAuthorizations(deps),
    getPreSetupTasks(deps),
    putPreSetupTask(deps),
    postWebhook(deps),
    getWebhooks(deps),
    getWebhook(deps),
    patchWebhook(deps),
    deleteWebhook(deps),
    postWebhookSecret(deps),
    postWebhookTest(deps),
    getWebhookDeliveries(deps),
    postReplay(deps),
    postFailedReplay(deps),
    getAccess(),
    postToken(deps),
    getTokens(deps),
    deleteToken(deps),
    getAlarms(deps),
    postImport(deps),
    getImports(deps),
    getImport(deps),
    getImportRows(deps),
    getApplication(deps),
    putApplicationSecret(deps),
    postSignInLink(deps),
    postCalendarLink(deps),
    getCalendarLinks(deps),
    deleteCalendarLink(deps),
    getOpenapi(deps),
    getConnect(deps),
    getAmazonCallback(deps, outcomes),
    getAmazonOutcome(deps, outcomes),
  ]);

  const readSession = sessions(deps);
  const framed = signInHeaders(deps.frameAncestors);
  app.use('/docs', docs());
  if (deps.consolePages) app.use(deps.consolePages.pages);
  mountHandlers(app, [
    { method: 'get', path: '/', handlers: [readSession, getHome(deps)] },
    { method: 'get', path: '/sign-in', handlers: [...framed, getSignIn] },
    { method: 'post', path: '/sign-in', handlers: [...framed, readSession, ...postSignIn(deps)] },
    { method: 'post', path: '/sign-out', handlers: [readSession, postSignOut(deps)] },
    { method: 'get', path: '/oauth/amazon/login', handlers: [readSession, getAmazonLogin(deps)] },
    { method: 'post', path: '/oauth/amazon/login', handlers: [readSession, ...postAmazonLogin(deps)] },
    { method: 'get', path: '/problems/{code}', handlers: [getProblem] },
    { method: 'get', path: '/assets/pages.css', handlers: [asset('css', pagesCss)] },
    { method: 'get', path: '/assets/icon.svg', handlers: [asset('svg', iconSvg)] },
  ]);

  if (deps.consolePages) app.use(deps.consolePages.notFound);
  app.use(refuseUnknown);
  app.use(answerProblem(deps.publicUrl));
  return { app, close: () => changes.close() };
}
