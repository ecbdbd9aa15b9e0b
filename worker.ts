/** The composition root of the worker: config → adapters → activities → run. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, type NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { pino } from 'pino';
import { dispatchNotices } from './activities/alarms.ts';
import { createActivities } from './activities/create-activities.ts';
import { StoreWatch, type StoreWatchDeps } from './activities/store-watch.ts';
import { createAmazonSeller } from './adapters/amazon/amazon-seller.ts';
import { createCommerceCatalog } from './adapters/commerce/commerce-catalog.ts';
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { followNotices } from './adapters/postgres/alarms/follow-notices.ts';
import { ApplicationSecrets } from './adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase } from './adapters/postgres/db/database.ts';
import { createWebhookSessions } from './adapters/postgres/webhooks/sessions.ts';
import { createRepositories, type Repositories } from './adapters/postgres/index.ts';
import { createWebhookOutbox } from './adapters/postgres/webhooks/outbox.ts';
import { createSecretVault } from './adapters/secrets/secret-vault.ts';
import { connectWorker } from './adapters/temporal/connect-worker.ts';
import { TemporalGateway, workerTimeouts } from './adapters/temporal/gateway.ts';
import { repeatUntilAborted, retryUntilAborted } from './adapters/temporal/retry-until-aborted.ts';
import { registerSearchAttributes } from './adapters/temporal/register-search-attributes.ts';
import { isWorkerReady, serveWorkerHealth } from './adapters/temporal/worker-health.ts';
import { WebhookSender } from './adapters/webhooks/webhook-sender.ts';
import { startWebhookDispatcher } from './adapters/webhooks/webhook-dispatcher.ts';
import { WebhookUrlPolicy } from './adapters/webhooks/webhook-url-policy.ts';
import { type Config, readConfig } from './config.ts';
import { taskQueue } from './domain/ids.ts';
import { importLinesPerSecond } from './domain/store-import.ts';
import { searchAttributeKeys } from './workflows/store/search-attributes.ts';

const storeWatchIntervalMs = 10_000;
const auditIntervalMs = 60_000;

const config = readConfig();
const log = pino({ name: 'worker', level: config.logLevel });
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

Runtime.install({
  // This process handles signals itself: activities finish before the connection is closed.
  shutdownSignals: [],
  logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
    log[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'info']({ temporal: meta }, message),
  ),
});

const webhooks = deliverWebhooks();
const connection = await connectWorker(
  config.temporal,
  (error, delayMs) => log.warn({ err: error, delayMs }, `Connecting to Temporal at ${config.temporal.address} failed`),
  stopping.signal,
);
if (connection) await runWorker(connection);
await webhooks.close();
log.info('Worker stopped');

/** Runs until the process receives a signal and its activities have finished. */
async function runWorker(connection: NativeConnection): Promise<void> {
  const { namespace } = config.temporal;
  const database = openDatabase(config.databaseUrl, { poolMax: 20, applicationName: 'perennial-worker' });
  const mailer = new SmtpMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  try {
    await registerSearchAttributes(connection, namespace, searchAttributeKeys);
    const vault = createSecretVault(config.encryptionKeys);
    const applicationSecrets = new ApplicationSecrets(database, vault, config);
    const amazon = createAmazonSeller(config.amazon, {
      userAgent: 'Perennial/0.2 (Language=TypeScript)',
      clientSecrets: applicationSecrets,
    });
    const temporal = new TemporalGateway(new Client({ connection, namespace }), { taskQueue, ...workerTimeouts });
    const repositories = createRepositories(database, vault, config);
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      ...workflowCode(),
      ...versioning(config),
      activities: createActivities({
        ...repositories,
        applicationSecrets,
        amazon,
        mailer,
        catalog: createCommerceCatalog(config.commerce),
        temporal,
        yearMs: config.yearMs,
        importLinesPerSecond,
      }),
      // How long a store waits for the worker that has it in its cache, when that worker has died.
      stickyQueueScheduleToStartTimeout: '3 seconds',
      // Longer than any call of an activity to another system, so that a deploy interrupts none.
      shutdownGraceTime: '35 seconds',
      shutdownForceTime: '45 seconds',
    });
    const health = config.workerHealthPort
      ? serveWorkerHealth(config.workerHealthPort, () => isWorkerReady(worker, connection))
      : undefined;
    const storesWatched = watchStores({ ...repositories, temporal }, () => temporal.startFleetWatch());
    const auditTidied = tidyAuditLog(repositories);
    // In the background: the stores must not wait until the secret has been stored.
    const secretStored = retryUntilAborted(
      async () => {
        await applicationSecrets.activateEnvironmentSecret();
        await temporal.applicationSecretChanged();
      },
      (error, delayMs) => log.warn({ err: error, delayMs }, 'Storing AMAZON_CLIENT_SECRET failed'),
      stopping.signal,
    );
    const notices = followNotices(
      config.databaseUrl,
      () => dispatchNotices({ ...repositories, temporal }),
      (error) => log.warn({ err: error }, 'Notifying operators of alarms failed; trying again'),
    );
    const running = worker.run();
    log.info({ taskQueue, buildId: config.workerBuildId }, 'Worker started');
    const shutDown = () => {
      log.info('Worker shutting down');
      if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    if (stopping.signal.aborted) shutDown();
    else stopping.signal.addEventListener('abort', shutDown);
    await running;
    await Promise.all([secretStored, storesWatched, auditTidied]);
    await notices.close();
    health?.close();
  } finally {
    mailer.close();
    await database.destroy();
    await connection.close();
  }
}

/** Until the worker stops: what is gone in Temporal is noticed within seconds. */
function watchStores(deps: StoreWatchDeps, startFleetWatch: () => Promise<void>): Promise<void> {
  const watch = new StoreWatch(deps, {
    info: (message, details) => log.info(details, message),
    warn: (message, details) => log.warn(details, message),
  });
  return repeatUntilAborted(
    async () => {
      // The watch of the connections may have been terminated as well.
      await startFleetWatch();
      await watch.runRound();
    },
    storeWatchIntervalMs,
    (error) => log.warn({ err: error }, 'Store watch interrupted; it is repeated'),
    stopping.signal,
  );
}

/** Without Temporal, so that an outage there hides no outcome. */
function tidyAuditLog({ audit }: Pick<Repositories, 'audit'>): Promise<void> {
  return repeatUntilAborted(
    async () => {
      await audit.settleAbandonedIntents();
      await audit.pruneAudit();
    },
    auditIntervalMs,
    (error) => log.warn({ err: error }, 'The audit log could not be tidied; it is tried again'),
    stopping.signal,
  );
}

/** The prebuilt bundle if there is one: the worker starts 0.9 s sooner and needs 78 MB less. */
function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  const codePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
  if (existsSync(codePath)) return { workflowBundle: { codePath } };
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return { workflowsPath: fileURLToPath(new URL(`./workflows/index.${extension}`, import.meta.url)) };
}

/** In production, a run stays with the version it started on and moves to the latest when it continues as new. */
function versioning({ workerBuildId, workerDeploymentName }: Config): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (!workerBuildId) return {};
  return {
    workerDeploymentOptions: {
      version: { deploymentName: workerDeploymentName, buildId: workerBuildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED',
    },
  };
}

/** Independent of Temporal, with its own pool: an endpoint that hangs slows no store down. */
function deliverWebhooks(): { close(): Promise<void> } {
  const database = openDatabase(config.databaseUrl, { poolMax: 5, applicationName: 'perennial-webhooks' });
  const sender = new WebhookSender(new WebhookUrlPolicy(config.webhooksAllowPrivate));
  const dispatcher = startWebhookDispatcher({
    outbox: createWebhookOutbox(database, createSecretVault(config.encryptionKeys), config.operatorEmail !== undefined),
    sender,
    withSession: createWebhookSessions(config.databaseUrl, (error) =>
      log.warn({ err: error }, 'Webhook session lost; reconnecting'),
    ),
    log,
  });
  return {
    async close() {
      await dispatcher.close();
      sender.close();
      await database.destroy();
    },
  };
}
