/** The composition root of the API: config → adapters → app → listen. */
import { hkdfSync } from 'node:crypto';
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
import { createApplicationSecrets } from '../adapters/postgres/application-secrets/application-secrets.ts';
import { openChangeFeed } from '../adapters/postgres/stores/change-feed.ts';
import { openDatabase, pingDatabase } from '../adapters/postgres/db/database.ts';
import { createPostgresRecords } from '../adapters/postgres/index.ts';
import { createSecretBox } from '../adapters/secrets/secret-box.ts';
import { createWebhookTargets } from '../adapters/webhooks/webhook-targets.ts';
import { type Config, readConfig } from '../config.ts';
import { taskQueue } from '../domain/ids.ts';
import { searchAttributesAtStart } from '../workflows/store/search-attributes.ts';
import { createApp } from './app.ts';
import { serveConsole } from './service/serve-console.ts';
import { createOnboardingClient } from './onboarding-client.ts';

const requestsFinishWithinMs = 6000;
/** Where the build puts the console, beside the compiled API. */
const consoleDir = fileURLToPath(new URL('../console', import.meta.url));

const config = readConfig();
const log = pino({ name: 'api', level: config.logLevel });
process.on('uncaughtException', (error) => {
  // Nobody knows what state it left behind: whoever runs this process starts a fresh one.
  log.fatal({ err: error }, 'An error that nothing expected ends the process');
  process.exit(1);
});

const database = openDatabase(config.databaseUrl, { poolMax: 20, applicationName: 'perennial-api' });
const secretBox = createSecretBox(config.encryptionKeys);
const feed = openChangeFeed(database, config.databaseUrl, (error) =>
  log.warn({ err: error }, 'The feed of changes was interrupted; it goes on where it was'),
);
const sessionPool = new pg.Pool({
  connectionString: config.databaseUrl,
  application_name: 'perennial-sessions',
  max: 2,
  connectionTimeoutMillis: 2000,
  query_timeout: 5000,
});
// An idle connection was lost; the next query opens another.
sessionPool.on('error', () => undefined);
const sessionStore = new (connectPgSimple(session))({
  pool: sessionPool,
  errorLog: (...details: unknown[]) => log.warn({ details: details.map(String) }, 'Old sessions could not be removed'),
});
const onboarding = createOnboardingClient({
  ...config.temporal,
  taskQueue,
  searchAttributes: searchAttributesAtStart,
});
const api = createApp({
  publicUrl: config.publicUrl,
  adminToken: config.adminToken,
  frameAncestors: config.consoleFrameAncestors,
  rateLimitPerMinute: config.rateLimitPerMinute,
  sessionSecrets: sessionSecrets(config),
  sessionStore,
  log,
  onboarding,
  ...createPostgresRecords(database, secretBox, config),
  applicationSecrets: createApplicationSecrets(database, secretBox, config),
  verifyClientSecret: createVerifyClientSecret(config.amazon, { userAgent: 'Perennial/0.2 (Language=TypeScript)' }),
  webhookTargets: createWebhookTargets(config.webhooksAllowPrivate),
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

const server: Server = api.app.listen(config.port, config.host ?? '127.0.0.1', (error) => {
  if (error) {
    log.fatal({ err: error }, `Port ${config.port} cannot be listened on; PORT moves it`);
    process.exit(1);
  }
  log.info({ port: config.port, publicUrl: config.publicUrl }, 'The API listens');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

/** Takes no more requests, finishes those under way, and closes what they needed in the order that loses nothing. */
async function stop(): Promise<void> {
  log.info('The API ends');
  api.close();
  const overdue = setTimeout(() => server.closeAllConnections(), requestsFinishWithinMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(overdue);
  await onboarding.close();
  await feed.close();
  sessionStore.close();
  await sessionPool.end();
  await database.destroy();
}

/** Bound to the admin token as well: another one ends every session. */
function sessionSecrets({ encryptionKeys, adminToken }: Config): readonly [string, ...string[]] {
  const [newest, ...older] = encryptionKeys.map(({ key }) =>
    Buffer.from(hkdfSync('sha256', key, adminToken, 'perennial/session', 32)).toString('base64url'),
  );
  if (newest === undefined) throw new Error('There is no encryption key.');
  return [newest, ...older];
}
