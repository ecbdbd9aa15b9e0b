import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { createVerifyClientSecret } from '../adapters/amazon/verify-client-secret.ts';
import type { IdentityProvider } from '../adapters/oidc/identity-provider.ts';
import type { SessionEnds } from '../adapters/postgres/access/session-ends.ts';
import type { ApplicationSecrets } from '../adapters/postgres/application-secrets/application-secrets.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import type { ChangeFeed } from '../adapters/postgres/stores/change-feed.ts';
import type { SigningSecrets } from '../adapters/secrets/signing-secrets.ts';
import type { Temporal } from '../adapters/temporal/api-gateway.ts';
import type { WebhookUrlPolicy } from '../adapters/webhooks/webhook-url-policy.ts';
import type { CommerceCatalog } from '../domain/commerce.ts';
import type { Country } from '../domain/marketplaces.ts';

export interface ConsolePages {
  /** Its pages, and its files under `/assets`. */
  readonly pages: RequestHandler;
  /** Shows the console's own 404 page; requests that do not accept HTML pass. */
  readonly notFound: RequestHandler;
}

export interface ApiDeps extends Repositories {
  /** The address under which browsers reach the API, without a trailing slash. */
  readonly publicUrl: string;
  /** The token of the installation (`ADMIN_TOKEN`); other tokens are in the database. */
  readonly adminToken: string;
  /** The bearer token of `/metrics`; without it, anyone may read them. */
  readonly metricsToken?: string;
  /** Sites that may frame the console and its sign-in page. */
  readonly frameAncestors: readonly string[];
  readonly rateLimitPerMinute: number;
  /** The alarm about failed sign-ins closes when no address has sent too many for this long. */
  readonly signInAlarmQuietMs: number;
  /** Proxies whose `X-Forwarded-For` says who the client is: addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** @throws when the database does not answer. */
  readonly signing: () => Promise<SigningSecrets>;
  readonly sessionEnds: Pick<SessionEnds, 'subscribe'>;
  /** Undefined when people sign in with tokens and links only. */
  readonly identityProvider?: Pick<IdentityProvider, 'issuer' | 'begin' | 'finish' | 'signOutUrl'>;
  /** The time by which sessions end. */
  readonly now: () => Date;
  readonly log: Logger;
  readonly temporal: Temporal;
  readonly webhookUrlPolicy: Pick<WebhookUrlPolicy, 'rejectionReason'>;
  readonly applicationSecrets: Pick<ApplicationSecrets, 'describe' | 'activateRotatedSecret'>;
  readonly verifyClientSecret: ReturnType<typeof createVerifyClientSecret>;
  readonly feed: Pick<ChangeFeed, 'subscribe' | 'since'>;
  readonly catalog: CommerceCatalog;
  /** Origins of Seller Central, by country. */
  readonly sellerCentralUrls: Readonly<Record<Country, string>>;
  /** The URL of Amazon's consent page. */
  readonly consentUrl: (request: { country: Country; state: string; redirectUri: string }) => string;
  /** Without the console, `/` is a plain page. */
  readonly consolePages?: ConsolePages;
  /** @throws when the database does not answer. */
  readonly pingDatabase: () => Promise<unknown>;
}
