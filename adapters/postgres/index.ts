import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  AlarmRecords,
  CampaignRecords,
  ConsentRecords,
  GrantRecords,
  ImportRecords,
  MessageRecords,
  NoticeRecords,
  SecretBox,
  StoreRecords,
  WatchRecords,
} from '../../activities/ports.ts';
import type { Campaigns } from '../../api/campaign-ports.ts';
import type {
  AlarmReader,
  ApiTokens,
  CalendarLinks,
  ConnectLinks,
  Imports,
  LinkMailer,
  PreSetupTicks,
  SellerAuthorizations,
  SignInCodes,
  StoreReader,
  StoreRequests,
  StoreSettings,
} from '../../api/ports.ts';
import type { WebhookDeliveries, WebhookEndpoints } from '../../api/webhook-ports.ts';
import { createAlarmReader } from './alarms/alarm-reader.ts';
import { createAlarmRecords } from './alarms/alarms.ts';
import { createApiTokens } from './access/api-tokens.ts';
import { createCalendarLinks } from './access/calendar-links.ts';
import { createCampaignRecords } from './campaigns/campaign-records.ts';
import { createCampaigns } from './campaigns/campaigns.ts';
import { createConnectLinks } from './consents/connect-links.ts';
import { createConsentRecords } from './consents/consent-records.ts';
import { type ConsentsByState, createConsents } from './consents/consents.ts';
import { createGrantRecords } from './authorizations/load-authorization.ts';
import { createImportRecords } from './imports/lines.ts';
import { createImports } from './imports/imports.ts';
import { createMessageRecords } from './messages/deliver-message.ts';
import { createNoticeRecords } from './alarms/notices.ts';
import { createPreSetupTicks } from './pre-setup/tasks.ts';
import { queueMessage } from './messages/queue-message.ts';
import { createSellerAuthorizations } from './authorizations/list-authorizations.ts';
import { createSignInCodes } from './access/sign-in-codes.ts';
import { createStoreReader } from './stores/find-store.ts';
import { createStoreRecords } from './stores/store-records.ts';
import { createStoreRequests } from './stores/requests.ts';
import { createStoreSettings } from './stores/change-settings.ts';
import { createWatchRecords } from './authorizations/due-checks.ts';
import { createWebhookDeliveries } from './webhooks/deliveries.ts';
import { createWebhookEndpoints } from './webhooks/endpoints.ts';

/** Every port that PostgreSQL answers, for the composition roots. */
export interface PostgresRecords {
  readonly stores: StoreRecords;
  /** The worker's and the browser's side of a consent. */
  readonly consents: ConsentRecords & ConsentsByState;
  readonly grants: GrantRecords;
  readonly messages: MessageRecords;
  readonly watch: WatchRecords;
  readonly alarms: AlarmRecords;
  readonly notices: NoticeRecords;
  readonly alarmReader: AlarmReader;
  /** The worker's and the API's side of an import. */
  readonly imports: ImportRecords & Imports;
  readonly reader: StoreReader;
  readonly authorizations: SellerAuthorizations;
  readonly requests: StoreRequests;
  readonly settings: StoreSettings;
  readonly links: ConnectLinks;
  readonly signInCodes: SignInCodes;
  readonly tokens: ApiTokens;
  readonly calendarLinks: CalendarLinks;
  readonly preSetup: PreSetupTicks;
  readonly linkMailer: LinkMailer;
  readonly webhooks: WebhookEndpoints;
  readonly webhookDeliveries: WebhookDeliveries;
  /** The API's and the worker's side of campaigns. */
  readonly campaigns: Campaigns & CampaignRecords;
}

/** `publicUrl`: where people reach us, without a trailing slash; `operatorEmail`: who is told of alarms. */
export function createPostgresRecords(
  database: Knex,
  secretBox: SecretBox,
  { publicUrl, operatorEmail }: { readonly publicUrl: string; readonly operatorEmail?: string },
): PostgresRecords {
  return {
    stores: createStoreRecords(database, secretBox),
    consents: { ...createConsentRecords(database, secretBox), ...createConsents(database, secretBox) },
    grants: createGrantRecords(database, secretBox),
    messages: createMessageRecords(database, secretBox, publicUrl),
    watch: createWatchRecords(database, secretBox),
    alarms: createAlarmRecords(database, operatorEmail !== undefined),
    notices: createNoticeRecords(database, operatorEmail),
    alarmReader: createAlarmReader(database),
    imports: { ...createImportRecords(database, secretBox), ...createImports(database, secretBox) },
    reader: createStoreReader(database),
    authorizations: createSellerAuthorizations(database),
    requests: createStoreRequests(database),
    settings: createStoreSettings(database),
    links: createConnectLinks(database),
    signInCodes: createSignInCodes(database),
    tokens: createApiTokens(database),
    calendarLinks: createCalendarLinks(database),
    preSetup: createPreSetupTicks(database),
    webhooks: createWebhookEndpoints(database, secretBox, operatorEmail !== undefined),
    webhookDeliveries: createWebhookDeliveries(database),
    campaigns: { ...createCampaigns(database), ...createCampaignRecords(database, secretBox) },
    linkMailer: {
      async queueLinkMessage(storeId) {
        const key = `connect_link/${randomUUID()}`;
        const { messageId } = await queueMessage(database, secretBox, { kind: 'connect_link', storeId, key });
        if (!messageId) throw new Error(`The message ${key} was sent before it was queued.`);
        return { messageId };
      },
    },
  };
}
