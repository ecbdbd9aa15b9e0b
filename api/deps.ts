import type { SellerCentralUrls } from './consents/amazon-login.ts';
import type { ConsolePages } from './service/serve-console.ts';
import type { Store as SessionStore } from 'express-session';
import type { Logger } from 'pino';
import type { Country } from '../domain/marketplaces.ts';
import type { Campaigns } from './campaign-ports.ts';
import type { Onboarding } from './onboarding.ts';
import type {
  ApiTokens,
  AlarmReader,
  CalendarLinks,
  ApplicationSecrets,
  ChangeFeed,
  CommerceCatalog,
  ConnectLinks,
  Imports,
  LinkMailer,
  PreSetupTicks,
  SellerAuthorizations,
  Consents,
  SignInCodes,
  StoreReader,
  StoreRequests,
  StoreSettings,
  VerifyClientSecret,
} from './ports.ts';
import type { WebhookDeliveries, WebhookEndpoints, WebhookTargets } from './webhook-ports.ts';

/** Everything the API is built from. */
export interface ApiDeps {
  /** Where people reach us, without a trailing slash. */
  readonly publicUrl: string;
  /** Of the installation (`ADMIN_TOKEN`), beside the tokens in the database. */
  readonly adminToken: string;
  /** Sites that may show the console, and the sign-in before it, in a frame. */
  readonly frameAncestors: readonly string[];
  readonly rateLimitPerMinute: number;
  /** Sign session cookies: the first signs, all verify. */
  readonly sessionSecrets: readonly [string, ...string[]];
  readonly sessionStore: SessionStore;
  readonly log: Logger;
  readonly onboarding: Onboarding;
  readonly reader: StoreReader;
  readonly authorizations: SellerAuthorizations;
  readonly requests: StoreRequests;
  readonly imports: Imports;
  readonly settings: StoreSettings;
  readonly links: ConnectLinks;
  readonly linkMailer: LinkMailer;
  readonly preSetup: PreSetupTicks;
  readonly alarmReader: AlarmReader;
  readonly webhooks: WebhookEndpoints;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly webhookTargets: WebhookTargets;
  readonly applicationSecrets: ApplicationSecrets;
  readonly verifyClientSecret: VerifyClientSecret;
  readonly consents: Consents;
  readonly campaigns: Campaigns;
  readonly signInCodes: SignInCodes;
  readonly tokens: ApiTokens;
  readonly calendarLinks: CalendarLinks;
  readonly feed: ChangeFeed;
  readonly catalog: CommerceCatalog;
  /** Where an authorization may begin that begins in Seller Central. */
  readonly sellerCentralUrls: SellerCentralUrls;
  /** The address of Amazon's consent page. */
  readonly consentUrl: (request: { country: Country; state: string; redirectUri: string }) => string;
  /** The web console; without it `/` is a plain page. */
  readonly consolePages?: ConsolePages;
  /** Throws when the database does not answer. */
  readonly pingDatabase: () => Promise<unknown>;
}
