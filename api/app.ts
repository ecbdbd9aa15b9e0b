import express, { type Express } from 'express';
import { ChangeStream } from './stores/change-stream.ts';
import type { ApiDeps } from './deps.ts';
import { answerProblem } from './http/problem-handler.ts';
import { authenticate } from './access/session-auth.ts';
import { identify } from './access/bearer-auth.ts';
import { createMetrics } from './http/metrics.ts';
import { openCalendar } from './access/calendar-token-auth.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders, signInHeaders } from './http/security-headers.ts';
import { sessions } from './access/sessions.ts';
import { mount, mountHandlers, neverStored, refuseUnknown } from './http/mount.ts';
import { iconSvg, pagesCss } from './pages/assets.ts';
import { OutcomePages } from './consents/outcome-pages.ts';
import { getAmazonLogin, postAmazonLogin } from './consents/begin-amazon-login.ts';
import { deleteCalendarLink } from './access/revoke-calendar-link.ts';
import { deleteStore } from './stores/delete-store.ts';
import { deleteWebhook } from './webhooks/delete-webhook.ts';
import { deleteToken } from './access/revoke-token.ts';
import { getAccess } from './access/get-access.ts';
import { getAlarms } from './service/list-alarms.ts';
import { getAmazonCallback } from './consents/receive-callback.ts';
import { getAmazonOutcome } from './consents/show-outcome.ts';
import { getApplication } from './application/get-application.ts';
import { getAuthorizations } from './consents/list-authorizations.ts';
import { getCalendarLinks } from './access/list-calendar-links.ts';
import { getCampaign } from './campaigns/get-campaign.ts';
import { getCampaignAuthorizations } from './campaigns/list-campaign-authorizations.ts';
import { getCampaigns } from './campaigns/list-campaigns.ts';
import { getCommerceAttributes } from './look-ups/list-attributes.ts';
import { getCommerceWebsites } from './look-ups/list-websites.ts';
import { getConnect } from './consents/start-consent.ts';
import { asset } from './service/asset.ts';
import { docs } from './service/docs-page.ts';
import { getEvents } from './stores/stream-events.ts';
import { getHealth } from './service/get-health.ts';
import { getHome } from './service/home-page.ts';
import { getImport } from './imports/get-import.ts';
import { getImportRows } from './imports/list-import-rows.ts';
import { getImports } from './imports/list-imports.ts';
import { getMarketplaces } from './look-ups/list-marketplaces.ts';
import { getMetrics } from './service/get-metrics.ts';
import { getOpenapi } from './service/get-open-api.ts';
import { getProblem } from './service/problem-page.ts';
import { getPreSetupTasks } from './pre-setup/list-pre-setup-tasks.ts';
import { getReadiness } from './service/get-readiness.ts';
import { getRenewalCalendar } from './renewals/get-renewal-calendar.ts';
import { getRenewals } from './renewals/list-renewals.ts';
import { getStore } from './stores/get-store.ts';
import { getStoreCounts } from './stores/count-stores.ts';
import { getStores } from './stores/list-stores.ts';
import { getTokens } from './access/list-tokens.ts';
import { getTimeline } from './stores/get-timeline.ts';
import { getWebhook } from './webhooks/get-webhook.ts';
import { getWebhookDeliveries } from './webhooks/list-webhook-deliveries.ts';
import { getWebhooks } from './webhooks/list-webhooks.ts';
import { patchStore } from './stores/change-store.ts';
import { patchWebhook } from './webhooks/change-webhook.ts';
import { postActivate } from './stores/activate-store.ts';
import { postCalendarLink } from './access/add-calendar-link.ts';
import { postCampaign } from './campaigns/add-campaign.ts';
import { postCampaignCancel } from './campaigns/cancel-campaign.ts';
import { postCampaignPause } from './campaigns/pause-campaign.ts';
import { postCampaignPreview } from './campaigns/preview-campaign.ts';
import { postCampaignResume } from './campaigns/resume-campaign.ts';
import { postCheck } from './stores/check-store.ts';
import { postConnectLink } from './consents/add-connect-link.ts';
import { postDeactivate } from './stores/deactivate-store.ts';
import { postDisconnect } from './stores/disconnect-store.ts';
import { postImport } from './imports/add-import.ts';
import { postSignInLink } from './access/add-sign-in-link.ts';
import { postFailedReplay } from './webhooks/replay-failed-deliveries.ts';
import { postReplay } from './webhooks/replay-webhook-delivery.ts';
import { postStore } from './stores/add-store.ts';
import { postWebhook } from './webhooks/add-webhook.ts';
import { postWebhookSecret } from './webhooks/rotate-webhook-secret.ts';
import { postWebhookTest } from './webhooks/test-webhook.ts';
import { postToken } from './access/add-token.ts';
import { putApplicationSecret } from './application/set-application-secret.ts';
import { putPreSetupTask } from './pre-setup/set-pre-setup-task.ts';
import { getSignIn, postSignIn, postSignOut } from './access/sign-in.ts';

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
