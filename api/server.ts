/** The composition root of the API: reads the configuration, connects the adapters and listens. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import pg from 'pg';
import { pino } from 'pino';
import { createConsentUrl } from '../adapters/amazon/consent-url.ts';
import { createVerifyClientSecret } from '../adapters/amazon/verify-client-secret.ts';
import { createCommerceCatalog } from '../adapters/commerce/commerce-catalog.ts';
import { ApplicationSecrets } from '../adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase, pingDatabase } from '../adapters/postgres/db/database.ts';
import { createRepositories } from '../adapters/postgres/index.ts';
import { ChangeFeed } from '../adapters/postgres/stores/change-feed.ts';
import { createSecretVault, SecretVaultError } from '../adapters/secrets/secret-vault.ts';
import { deriveSigningSecrets, type SigningSecrets } from '../adapters/secrets/signing-secrets.ts';
import { ApiGateway } from '../adapters/temporal/api-gateway.ts';
import { WebhookUrlPolicy } from '../adapters/webhooks/webhook-url-policy.ts';
import { readApiConfig } from '../config.ts';
import { coalesceCalls } from '../domain/coalesce.ts';
import { taskQueue } from '../domain/ids.ts';
import { createApp } from './app.ts';
import { serveConsole } from './service/serve-console.ts';

const shutdownTimeoutMs = 6000;
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
const vault = createSecretVault(config.encryptionKeys);
const repositories = createRepositories(database, vault, config);
const signing = coalesceCalls(loadSigning, { joinRunning: true, keepMs: Number.POSITIVE_INFINITY });
signing().catch((error: unknown) => {
  // The database may be back when a browser needs it; a missing encryption key will not be.
  if (!(error instanceof SecretVaultError)) return log.warn({ err: error }, 'The signing key could not be loaded yet');
  log.fatal({ err: error }, 'The signing key cannot be opened; add its encryption key to ENCRYPTION_KEYS');
  process.exit(1);
});
const feed = new ChangeFeed(database, config.databaseUrl, (error) =>
  log.warn({ err: error }, 'Change feed interrupted; it resumes after the last change'),
);
const sessionPool = new pg.Pool({
  connectionString: config.databaseUrl,
  application_name: 'perennial-sessions',
  max: 2,
  connectionTimeoutMillis: 2000,
  query_timeout: 5000,
});
// A lost idle connection is harmless: the next query opens another.
sessionPool.on('error', () => undefined);
const sessionStore = new (connectPgSimple(session))({
  pool: sessionPool,
  errorLog: (...details: unknown[]) =>
    log.warn({ details: details.map(String) }, 'Expired sessions could not be deleted'),
});
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
  sessionStore,
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
  api.close();
  const timeout = setTimeout(() => server.closeAllConnections(), shutdownTimeoutMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timeout);
  await temporal.close();
  await feed.close();
  sessionStore.close();
  await sessionPool.end();
  await database.destroy();
}

async function loadSigning(): Promise<SigningSecrets> {
  const secrets = deriveSigningSecrets(await repositories.signingKeys.loadSigningKey(), config.adminToken);
  await repositories.calendarLinks.bindLinksToAdmin(secrets.adminFingerprint);
  return secrets;
}
