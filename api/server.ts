/** The composition root of the API: reads the configuration, connects the adapters and listens. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createConsentUrl } from '../adapters/amazon/consent-url.ts';
import { createVerifyClientSecret } from '../adapters/amazon/verify-client-secret.ts';
import { createCommerceCatalog } from '../adapters/commerce/commerce-catalog.ts';
import { IdentityProvider } from '../adapters/oidc/identity-provider.ts';
import { SessionEnds } from '../adapters/postgres/access/session-ends.ts';
import { ApplicationSecrets } from '../adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase, pingDatabase } from '../adapters/postgres/db/database.ts';
import { createRepositories } from '../adapters/postgres/index.ts';
import { describeMissingKeys } from '../adapters/postgres/sealed-values/key-usage.ts';
import { createReportingVault } from '../adapters/postgres/sealed-values/reporting-vault.ts';
import { ChangeFeed } from '../adapters/postgres/stores/change-feed.ts';
import { createSecretVault } from '../adapters/secrets/secret-vault.ts';
import { deriveSigningSecrets, type SigningSecrets } from '../adapters/secrets/signing-secrets.ts';
import { ApiGateway } from '../adapters/temporal/api-gateway.ts';
import { retryUntilAborted } from '../adapters/temporal/retry-until-aborted.ts';
import { WebhookUrlPolicy } from '../adapters/webhooks/webhook-url-policy.ts';
import { readApiConfig } from '../config.ts';
import { coalesceCalls } from '../domain/coalesce.ts';
import { taskQueue } from '../domain/ids.ts';
import { createApp } from './app.ts';
import { serveConsole } from './service/serve-console.ts';

const shutdownTimeoutMs = 6000;
/** While PostgreSQL is away, the API listens and answers that. */
const keyCheckTimeoutMs = 3000;
/** The build puts the console next to the compiled API. */
const consoleDir = fileURLToPath(new URL('../console', import.meta.url));

const config = readApiConfig();
const log = pino({ name: 'api', level: config.logLevel });
process.on('uncaughtException', (error) => {
  // The state of the process is unknown from here on; its supervisor starts a new one.
  log.fatal({ err: error }, 'Uncaught exception');
  process.exit(1);
});

const database = openDatabase(config.databaseUrl, { poolMax: 20, applicationName: 'perennial-api' });
const vault = createReportingVault(
  createSecretVault(config.encryptionKeys),
  database,
  config.operatorEmail !== undefined,
);
const repositories = createRepositories(database, vault, config);
const stopping = new AbortController();
const keysChecked = retryUntilAborted(
  () => describeMissingKeys(database, config.encryptionKeys),
  (error) => log.warn({ err: error }, 'The keys in use could not be read yet'),
  stopping.signal,
).then((missingKeys) => {
  if (missingKeys === undefined) return;
  log.fatal(missingKeys);
  process.exit(1);
});
await Promise.race([keysChecked, delay(keyCheckTimeoutMs)]);
const signing = coalesceCalls(loadSigning, { joinRunning: true, keepMs: Number.POSITIVE_INFINITY });
// The database may be back when a browser needs it.
signing().catch((error: unknown) => log.warn({ err: error }, 'The signing key could not be loaded yet'));
const feed = new ChangeFeed(database, config.databaseUrl, (error) =>
  log.warn({ err: error }, 'Change feed interrupted; it resumes after the last change'),
);
const sessionEnds = new SessionEnds(config.databaseUrl, (error) =>
  log.warn({ err: error }, 'Ended sessions are not reported; their event streams end within seconds'),
);
const temporal = new ApiGateway(config.temporal, taskQueue);
const api = createApp({
  publicUrl: config.publicUrl,
  adminToken: config.adminToken,
  metricsToken: config.metricsToken,
  frameAncestors: config.consoleFrameAncestors,
  rateLimitPerMinute: config.rateLimitPerMinute,
  trustedProxies: config.trustedProxies,
  signInAlarmQuietMs: 10 * 60_000,
  signing,
  sessionEnds,
  identityProvider:
    config.oidc && new IdentityProvider({ ...config.oidc, redirectUri: `${config.publicUrl}/sign-in/oidc/callback` }),
  now: () => new Date(),
  log,
  temporal,
  ...repositories,
  applicationSecrets: new ApplicationSecrets(database, vault, config),
  verifyClientSecret: createVerifyClientSecret(config.amazon, { userAgent: 'Perennial/0.2 (Language=TypeScript)' }),
  webhookUrlPolicy: new WebhookUrlPolicy(config.webhooksAllowPrivate),
  feed,
  catalog: createCommerceCatalog(config.commerce),
  sellerCentralUrls: config.amazon.sellerCentralUrl,
  consentUrl: createConsentUrl(config.amazon),
  pingDatabase: () => pingDatabase(database),
  ...(existsSync(consoleDir) && {
    consolePages: serveConsole({
      distDir: consoleDir,
      temporalUiUrl: config.temporalUiUrl,
      frameAncestors: config.consoleFrameAncestors,
    }),
  }),
});

const server: Server = api.app.listen(config.port, config.host, (error) => {
  if (error) {
    log.fatal({ err: error }, `Cannot listen on port ${config.port}; set PORT to use another`);
    process.exit(1);
  }
  log.info({ port: config.port, publicUrl: config.publicUrl }, 'API listening');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

/** Accepts no new requests, finishes those in progress, then closes what they depend on. */
async function stop(): Promise<void> {
  log.info('API shutting down');
  stopping.abort();
  api.close();
  const timeout = setTimeout(() => server.closeAllConnections(), shutdownTimeoutMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timeout);
  await temporal.close();
  await feed.close();
  await sessionEnds.close();
  await database.destroy();
}

async function loadSigning(): Promise<SigningSecrets> {
  const secrets = deriveSigningSecrets(await repositories.signingKeys.loadSigningKey(), config.adminToken);
  await repositories.calendarLinks.bindLinksToAdmin(secrets.adminFingerprint);
  return secrets;
}
