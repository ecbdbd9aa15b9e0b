import type { Knex } from 'knex';
import type { StoreChange } from '../../activities/contract.ts';
import type { DeliveryReport, SecretVault, StoreOnRecord } from '../../activities/ports.ts';
import type { ActorName } from '../../domain/actors.ts';
import type { Alarm, AlarmKind } from '../../domain/alarms.ts';
import type { TimelineEntry } from '../../domain/timeline.ts';
import * as apiTokens from './access/api-tokens.ts';
import * as calendarLinks from './access/calendar-links.ts';
import * as sessions from './access/sessions.ts';
import * as signInCodes from './access/sign-in-codes.ts';
import { loadSigningKey } from './access/signing-key.ts';
import * as alarms from './alarms/alarms.ts';
import * as notices from './alarms/notices.ts';
import * as recurringAlarms from './alarms/recurring-alarms.ts';
import { listAudit } from './audit/list-audit.ts';
import { pruneAudit } from './audit/prune-audit.ts';
import * as auditRecords from './audit/record-audit.ts';
import { adoptAuthorization } from './authorizations/adopt-authorization.ts';
import * as accessRefusals from './authorizations/access-refusals.ts';
import * as dueChecks from './authorizations/due-checks.ts';
import { forgetAuthorization } from './authorizations/forget-authorization.ts';
import { listAuthorizations, saveParticipations } from './authorizations/list-authorizations.ts';
import {
  loadAuthorization,
  loadPreviousToken,
  loadReusableAuthorization,
} from './authorizations/load-authorization.ts';
import * as replaced from './authorizations/replaced-authorization.ts';
import { reuseAuthorization } from './authorizations/reuse-authorization.ts';
import * as sellerProofs from './authorizations/seller-proof.ts';
import { undoAuthorization } from './authorizations/undo-authorization.ts';
import * as campaignEmails from './campaigns/campaign-emails.ts';
import * as campaigns from './campaigns/campaigns.ts';
import { listCampaignAuthorizations } from './campaigns/list-campaign-authorizations.ts';
import { queueCampaignEmail } from './campaigns/queue-campaign-email.ts';
import { startCampaign } from './campaigns/start-campaign.ts';
import * as connectLinks from './consents/connect-links.ts';
import * as consents from './consents/consents.ts';
import { endConnectLinks } from './consents/end-links.ts';
import { pruneExpired } from './consents/prune-expired.ts';
import * as imports from './imports/imports.ts';
import * as lines from './imports/lines.ts';
import { loadMessage } from './messages/deliver-message.ts';
import { queueConnectLink, queueMessage } from './messages/queue-message.ts';
import * as delivery from './messages/record-delivery.ts';
import * as tasks from './pre-setup/tasks.ts';
import * as openWork from './recovery/open-work.ts';
import { examineStore, restoreStore } from './recovery/restore-store.ts';
import { countByKey } from './sealed-values/key-usage.ts';
import * as abandonedRequests from './stores/abandoned-requests.ts';
import { changeSettings, type SettingsPatch } from './stores/change-settings.ts';
import { createStore } from './stores/create-store.ts';
import { findStore, findStoreByName } from './stores/find-store.ts';
import { countStores, listRenewals, listStores, listStoresOfSeller, type StoreFilter } from './stores/list-stores.ts';
import * as liveStores from './stores/live-stores.ts';
import { recordChange } from './stores/record-change.ts';
import * as requests from './stores/requests.ts';
import { restartStore } from './stores/restart-store.ts';
import { addTimelineEntries, listTimeline } from './stores/timeline.ts';
import * as deliveries from './webhooks/deliveries.ts';
import * as endpoints from './webhooks/endpoints.ts';

export interface RepositoryOptions {
  /** Our public address, without a trailing slash. */
  readonly publicUrl: string;
  /** Who is notified of alarms. */
  readonly operatorEmail?: string;
}

export type Repositories = ReturnType<typeof createRepositories>;

/** Everything that is read from and written to PostgreSQL, per aggregate. Each method is one transaction. */
export function createRepositories(
  database: Knex,
  vault: SecretVault,
  { publicUrl, operatorEmail }: RepositoryOptions,
) {
  const notifyOperators = operatorEmail !== undefined;

  function bind<A extends unknown[], R>(query: (database: Knex, ...args: A) => R) {
    return (...args: A): R => query(database, ...args);
  }
  function bindSealed<A extends unknown[], R>(query: (database: Knex, vault: SecretVault, ...args: A) => R) {
    return (...args: A): R => query(database, vault, ...args);
  }

  return {
    stores: {
      insertRequest: bind(requests.insertRequest),
      markRequestAccepted: bind(requests.markRequestAccepted),
      createStore: bind(createStore),
      recordChange: (change: StoreChange) => recordChange(database, change, notifyOperators),
      changeSettings: (storeId: string, patch: SettingsPatch, beforeCommit: () => Promise<void>, actor?: ActorName) =>
        changeSettings(database, storeId, patch, beforeCommit, notifyOperators, actor),
      restartStore: bind(restartStore),
      listAbandonedRequests: bind(abandonedRequests.listAbandonedRequests),
      forgetAbandonedRequest: bind(abandonedRequests.forgetAbandonedRequest),
      filterLiveStores: bind(liveStores.filterLiveStores),
      listLiveStores: bind(liveStores.listLiveStores),
      listOverdueStores: bind(liveStores.listOverdueStores),
      findStore: bind(findStore),
      findStoreByName: bind(findStoreByName),
      listStores: bind(listStores),
      listStoresOfSeller: bind(listStoresOfSeller),
      listRenewals: bind(listRenewals),
      countByStatus: (filter: StoreFilter = {}) => countStores(database, filter),
      listTimeline: bind(listTimeline),
      /** For an entry that is no change of state; once per store and key. */
      addTimelineEntry: (storeId: string, key: string, entry: TimelineEntry) =>
        addTimelineEntries(database, [{ storeId, key, ...entry }]),
    },
    authorizations: {
      adoptAuthorization: bindSealed(adoptAuthorization),
      reuseAuthorization: bind(reuseAuthorization),
      forgetAuthorization: bind(forgetAuthorization),
      undoAuthorization: bindSealed(undoAuthorization),
      destroyReplacedTokens: bind(replaced.destroyReplacedTokens),
      loadAuthorization: bindSealed(loadAuthorization),
      loadReusableAuthorization: bindSealed(loadReusableAuthorization),
      loadPreviousToken: bindSealed(loadPreviousToken),
      saveSellerProof: bind(sellerProofs.saveSellerProof),
      markOtherSeller: bind(sellerProofs.markOtherSeller),
      isAnyClaimed: bind(sellerProofs.isAnyClaimed),
      listSettledMismatches: bind(sellerProofs.listSettledMismatches),
      listAuthorizations: bind(listAuthorizations),
      saveParticipations: bind(saveParticipations),
      listDueChecks: bindSealed(dueChecks.listDueChecks),
      markChecked: bind(dueChecks.markChecked),
      markUnanswered: bind(dueChecks.markUnanswered),
      recordAccessRefusal: bind(accessRefusals.recordAccessRefusal),
      isAccessRefused: bind(accessRefusals.isAccessRefused),
      endAccessRefusal: bind(accessRefusals.endAccessRefusal),
      listUnusedRefusals: bind(accessRefusals.listUnusedRefusals),
    },
    consents: {
      beginConsent: bind(consents.beginConsent),
      receiveCallback: bindSealed(consents.receiveCallback),
      markDelivered: bind(consents.markDelivered),
      listUndelivered: bind(consents.listUndelivered),
      findConsent: bind(consents.findConsent),
      findConsentByState: bind(consents.findConsentByState),
      loadConsent: bindSealed(consents.loadConsent),
      saveRefreshToken: bindSealed(consents.saveRefreshToken),
      saveVerification: bind(consents.saveVerification),
      findUndo: bind(replaced.findUndo),
      requestUndo: bind(replaced.requestUndo),
      markUndoDelivered: bind(replaced.markUndoDelivered),
      pruneExpired: bind(pruneExpired),
    },
    connectLinks: {
      createLink: bind(connectLinks.createConnectLink),
      findLink: bind(connectLinks.findConnectLink),
      endLinks: bind(endConnectLinks),
    },
    messages: {
      queueMessage: bindSealed(queueMessage),
      queueConnectLink: bindSealed(queueConnectLink),
      loadMessage: (messageId: string) => loadMessage(database, vault, publicUrl, messageId),
      recordDelivery: (messageId: string, report: Pick<DeliveryReport, 'reached' | 'refused'>) =>
        delivery.recordDelivery(database, messageId, report, notifyOperators),
      markMessageDelayed: bind(delivery.markMessageDelayed),
      markMessageFailed: (messageId: string) => delivery.markMessageFailed(database, messageId, notifyOperators),
    },
    campaigns: {
      insertCampaign: bind(campaigns.insertCampaign),
      markCampaignAccepted: bind(campaigns.markCampaignAccepted),
      previewCampaign: bind(campaigns.previewCampaign),
      listCampaigns: bind(campaigns.listCampaigns),
      findCampaign: bind(campaigns.findCampaign),
      listCampaignAuthorizations: bind(listCampaignAuthorizations),
      startCampaign: bind(startCampaign),
      recordConsents: bind(campaignEmails.recordConsents),
      listDueEmails: bind(campaignEmails.listDueEmails),
      queueEmail: bindSealed(queueCampaignEmail),
      closeEmail: bind(campaignEmails.closeEmail),
      readPlan: bind(campaignEmails.readPlan),
      recordCampaign: bind(campaignEmails.recordCampaign),
    },
    imports: {
      saveImport: bindSealed(imports.saveImport),
      markImportAccepted: bind(imports.markImportAccepted),
      findImport: bind(imports.findImport),
      listImports: bind(imports.listImports),
      listLines: bind(lines.listLines),
      listWaitingLines: bind(lines.listWaitingLines),
      openImportedToken: bindSealed(lines.openImportedToken),
      requestStore: bindSealed(lines.requestStore),
      settleLine: bind(lines.settleLine),
      countFailure: bind(lines.countFailure),
      countLines: bind(lines.countLines),
    },
    webhooks: {
      addWebhook: bindSealed(endpoints.addWebhook),
      listWebhooks: bind(endpoints.listWebhooks),
      findWebhook: bind(endpoints.findWebhook),
      changeWebhook: (webhookId: string, patch: endpoints.WebhookPatch) =>
        endpoints.changeWebhook(database, webhookId, patch, notifyOperators),
      removeWebhook: (webhookId: string) => endpoints.removeWebhook(database, webhookId, notifyOperators),
      rotateSecret: bindSealed(endpoints.rotateWebhookSecret),
    },
    webhookDeliveries: {
      listDeliveries: bind(deliveries.listDeliveries),
      countByStatus: bind(deliveries.countDeliveries),
      queueTest: bind(deliveries.queueTestEvent),
      replay: bind(deliveries.replayDelivery),
      replayFailed: bind(deliveries.replayFailed),
    },
    alarms: {
      openAlarm: (alarm: Alarm) => alarms.openAlarm(database, alarm, notifyOperators),
      closeAlarm: (kind: AlarmKind, subject: string, roundsToClose: number) =>
        alarms.closeAlarm(database, { kind, subject, roundsToClose }, notifyOperators),
      reportOccurrence: (alarm: Alarm) => recurringAlarms.reportOccurrence(database, alarm, notifyOperators),
      closeIfQuiet: (kind: AlarmKind, quietMs: number) =>
        recurringAlarms.closeIfQuiet(database, kind, quietMs, notifyOperators),
      findOpenAlarm: bind(alarms.findOpenAlarm),
      listAlarms: bind(alarms.listAlarms),
      countOpenAlarms: bind(alarms.countOpenAlarms),
    },
    notices: {
      listNoticesToDispatch: bind(notices.listNoticesToDispatch),
      markNoticeDispatched: bind(notices.markNoticeDispatched),
      loadNotice: (messageId: string) => notices.loadNotice(database, operatorEmail, messageId),
      markNoticeSent: bind(notices.markNoticeSent),
    },
    apiTokens: {
      createToken: bind(apiTokens.createToken),
      listTokens: bind(apiTokens.listTokens),
      revokeToken: bind(apiTokens.revokeToken),
      findToken: bind(apiTokens.findToken),
    },
    calendarLinks: {
      createLink: bind(calendarLinks.createCalendarLink),
      listLinks: bind(calendarLinks.listCalendarLinks),
      revokeLink: bind(calendarLinks.revokeCalendarLink),
      useLink: bind(calendarLinks.useCalendarLink),
      bindLinksToAdmin: bind(calendarLinks.bindLinksToAdmin),
    },
    signInCodes: {
      createCode: bind(signInCodes.createSignInCode),
      useCode: bind(signInCodes.useSignInCode),
    },
    sessions: {
      createSession: bind(sessions.createSession),
      findSession: bind(sessions.findSession),
      listSessions: bind(sessions.listSessions),
      endSession: bind(sessions.endSession),
    },
    signingKeys: {
      loadSigningKey: bindSealed(loadSigningKey),
    },
    sealedValues: {
      countByKey: bind(countByKey),
    },
    audit: {
      insertIntent: bind(auditRecords.insertIntent),
      discardIntent: bind(auditRecords.discardIntent),
      settleIntent: bind(auditRecords.settleIntent),
      settleAbandonedIntents: bind(auditRecords.settleAbandonedIntents),
      recordRefusal: bind(auditRecords.recordRefusal),
      listAudit: bind(listAudit),
      pruneAudit: bind(pruneAudit),
    },
    recovery: {
      listOpenImports: bind(openWork.listOpenImports),
      listOpenCampaigns: bind(openWork.listOpenCampaigns),
      listOpenMessages: (afterId: string, limit: number) =>
        openWork.listOpenMessages(database, notifyOperators, afterId, limit),
      closeDelivered: bind(openWork.closeDelivered),
      examineStore: bind(examineStore),
      restoreStore: (store: StoreOnRecord) => restoreStore(database, store, operatorEmail),
    },
    preSetup: {
      listDone: bind(tasks.listDoneTasks),
      markDone: bind(tasks.markTaskDone),
      markOpen: bind(tasks.markTaskOpen),
    },
  };
}
