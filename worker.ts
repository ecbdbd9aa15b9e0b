/** The composition root of the worker: config → adapters → activities → run. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, type NativeConnection, Runtime, type WorkerOptions } from '@temporalio/worker';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { dispatchNotices, type WatchLog } from './activities/alarms.ts';
import { createActivities } from './activities/create-activities.ts';
import { DatabaseAlarm, type DatabaseAlarmDeps } from './activities/database-alarm.ts';
import { FailingSteps } from './activities/failing-steps.ts';
import { FailingWorkflowWatch, type FailingWorkflowWatchDeps } from './activities/failing-workflows.ts';
import { StoreWatch, type StoreWatchDeps } from './activities/store-watch.ts';
import { createAmazonSeller } from './adapters/amazon/amazon-seller.ts';
import { createCommerceCatalog } from './adapters/commerce/commerce-catalog.ts';
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { followNotices } from './adapters/postgres/alarms/follow-notices.ts';
import { ApplicationSecrets } from './adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase } from './adapters/postgres/db/database.ts';
import { describeMissingKeys } from './adapters/postgres/sealed-values/key-usage.ts';
import { createReportingVault } from './adapters/postgres/sealed-values/reporting-vault.ts';
import { SealedValueWatch } from './adapters/postgres/sealed-values/watch.ts';
import { createWebhookSessions } from './adapters/postgres/webhooks/sessions.ts';
import { createRepositories, type Repositories } from './adapters/postgres/index.ts';
import { createWebhookOutbox } from './adapters/postgres/webhooks/outbox.ts';
import { createSecretVault } from './adapters/secrets/secret-vault.ts';
import { connectWorker } from './adapters/temporal/connect-worker.ts';
import { TemporalGateway, workerTimeouts } from './adapters/temporal/gateway.ts';
import { repeatUntilAborted, retryUntilAborted } from './adapters/temporal/retry-until-aborted.ts';
import { registerSearchAttributes } from './adapters/temporal/register-search-attributes.ts';
import { WorkerGroup } from './adapters/temporal/worker-group.ts';
import { isWorkerReady, serveWorkerHealth } from './adapters/temporal/worker-health.ts';
import { WorkerMetrics } from './adapters/temporal/worker-metrics.ts';
import { WebhookSender } from './adapters/webhooks/webhook-sender.ts';
import { startWebhookDispatcher } from './adapters/webhooks/webhook-dispatcher.ts';
import { WebhookUrlPolicy } from './adapters/webhooks/webhook-url-policy.ts';
import { permits } from './api/http/same-secret.ts';
import { readWorkerConfig, type WorkerConfig } from './config.ts';
import { coalesceCalls } from './domain/coalesce.ts';
import { taskQueue } from './domain/ids.ts';
import { importLinesPerSecond } from './domain/store-import.ts';
import { searchAttributeKeys } from './workflows/store/search-attributes.ts';

const watchIntervalMs = 10_000;
/** By then, a rolling deployment has given the current key to every process. */
const resealingDelayMs = 5 * 60_000;
/** How old the metrics may be: they cost the same however often they are read. */
const metricsAgeMs = 1000;
const auditIntervalMs = 60_000;

const config = readWorkerConfig();
const log = pino({ name: 'worker', level: config.logLevel });
const notifyOperators = config.operatorEmail !== undefined;
const watchLog: WatchLog = {
  info: (message, details) => log.info(details, message),
  warn: (message, details) => log.warn(details, message),
};
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

const failingSteps = new FailingSteps();
const metrics = config.workerHealthPort === undefined ? undefined : await WorkerMetrics.create();
metrics?.countFailingSteps(() => failingSteps.count());

Runtime.install({
  telemetryOptions: metrics?.telemetry,
  // This process handles signals itself: activities finish before the connection is closed.
  shutdownSignals: [],
  logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
    // Intended: only one of the queues has the workflows.
    if (message.startsWith('No workflows registered')) return;
    log[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'info']({ temporal: meta }, message);
  }),
});

await requireKeys();
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
  const mailer = new SmtpMailer({
    smtpUrl: config.smtpUrl,
    requireTls: config.smtpRequiresTls,
    from: config.mailFrom,
  });
  try {
    await registerSearchAttributes(connection, namespace, searchAttributeKeys);
    const vault = createReportingVault(createSecretVault(config.encryptionKeys), database, notifyOperators);
    const applicationSecrets = new ApplicationSecrets(database, vault, config);
    const amazon = createAmazonSeller(config.amazon, {
      userAgent: 'Perennial/0.2 (Language=TypeScript)',
      clientSecrets: applicationSecrets,
    });
    const temporal = new TemporalGateway(new Client({ connection, namespace }), { taskQueue, ...workerTimeouts });
    const repositories = createRepositories(database, vault, config);
    const worker = await WorkerGroup.create({
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
        failingSteps,
      }),
      // How long a store waits for the worker that has it in its cache, when that worker has died.
      stickyQueueScheduleToStartTimeout: '3 seconds',
      // Longer than any call of an activity to another system, so that a deploy interrupts none.
      shutdownGraceTime: '35 seconds',
      shutdownForceTime: '45 seconds',
    });
    const health =
      config.workerHealthPort && metrics
        ? serveHealth(config.workerHealthPort, metrics, worker, connection)
        : undefined;
    const sealedValuesWatched = watchSealedValues(database);
    const storesWatched = watchStores({ ...repositories, temporal }, () => temporal.startFleetWatch());
    const workflowsWatched = watchWorkflows({ ...repositories, temporal });
    const databaseWatched = watchDatabase({ ...repositories, ...config, mailer, failingSteps });
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
      worker.shutdown();
    };
    if (stopping.signal.aborted) shutDown();
    else stopping.signal.addEventListener('abort', shutDown);
    await running;
    await Promise.all([
      secretStored,
      storesWatched,
      sealedValuesWatched,
      workflowsWatched,
      databaseWatched,
      auditTidied,
    ]);
    await notices.close();
    health?.close();
  } finally {
    mailer.close();
    await database.destroy();
    await connection.close();
  }
}

function serveHealth(port: number, metrics: WorkerMetrics, worker: WorkerGroup, connection: NativeConnection): Server {
  return serveWorkerHealth(port, {
    isReady: () => isWorkerReady(worker, connection),
    readMetrics: coalesceCalls(() => metrics.read(), { joinRunning: true, keepMs: metricsAgeMs }),
    mayReadMetrics: (authorization) => permits(config.metricsToken, authorization),
  });
}

/** Until the worker stops: what is gone in Temporal is noticed within seconds. */
function watchStores(deps: StoreWatchDeps, startFleetWatch: () => Promise<void>): Promise<void> {
  const watch = new StoreWatch(deps, watchLog);
  const restart = async () => {
    // The watch of the connections may have been terminated as well.
    await startFleetWatch();
    await watch.runRound();
  };
  return repeatUntilStopped(restart, 'Store watch interrupted; it is repeated');
}

/** A round that fails is logged and repeated. */
function repeatUntilStopped(round: () => Promise<void>, failure: string, intervalMs = watchIntervalMs): Promise<void> {
  return repeatUntilAborted(round, intervalMs, (error) => log.warn({ err: error }, failure), stopping.signal);
}

/** Ends the process when a key in use is missing. */
async function requireKeys(): Promise<void> {
  const database = openDatabase(config.databaseUrl, { poolMax: 1, applicationName: 'perennial-worker' });
  const missingKeys = await retryUntilAborted(
    () => describeMissingKeys(database, config.encryptionKeys),
    (error) => log.warn({ err: error }, 'The keys in use could not be read yet'),
    stopping.signal,
  );
  await database.destroy();
  if (missingKeys === undefined) return;
  log.fatal(missingKeys);
  process.exit(1);
}

/** Until the worker stops: seals old values with the current key, and follows those that cannot be opened. */
function watchSealedValues(database: Knex): Promise<void> {
  const { encryptionKeys: keys } = config;
  const inspection = { database, vault: createSecretVault(keys), keys, notifyOperators };
  const watch = new SealedValueWatch(inspection, Date.now() + resealingDelayMs);
  const inspect = async () => {
    const resealed = await watch.runRound();
    if (resealed > 0) log.info({ resealed, kid: keys[0]?.kid }, 'Values sealed with the current key');
  };
  return repeatUntilStopped(inspect, 'Watch of the sealed values interrupted; it is repeated');
}

/** Until the worker stops: operators are informed of workflows whose code fails. */
function watchWorkflows(deps: FailingWorkflowWatchDeps): Promise<void> {
  const watch = new FailingWorkflowWatch(deps, watchLog);
  return repeatUntilStopped(() => watch.runRound(), 'Watch of failing workflows interrupted; it is repeated');
}

/** Until the worker stops: operators are informed of database steps that keep failing. */
function watchDatabase(deps: DatabaseAlarmDeps): Promise<void> {
  const alarm = new DatabaseAlarm(deps, watchLog);
  const failure = 'The alarm about the database could not be recorded; it is tried again';
  return repeatUntilStopped(() => alarm.runRound(), failure);
}

/** Without Temporal, so that an outage there hides no outcome. */
function tidyAuditLog({ audit }: Pick<Repositories, 'audit'>): Promise<void> {
  const tidy = async () => {
    await audit.settleAbandonedIntents();
    await audit.pruneAudit();
  };
  return repeatUntilStopped(tidy, 'The audit log could not be tidied; it is tried again', auditIntervalMs);
}

/** The prebuilt bundle if there is one: the worker starts 0.9 s sooner and needs 78 MB less. */
function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  const codePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
  if (existsSync(codePath)) return { workflowBundle: { codePath } };
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return { workflowsPath: fileURLToPath(new URL(`./workflows/index.${extension}`, import.meta.url)) };
}

/** In production, a run stays with the version it started on and moves to the latest when it continues as new. */
function versioning({
  workerBuildId,
  workerDeploymentName,
}: WorkerConfig): Pick<WorkerOptions, 'workerDeploymentOptions'> {
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
  const vault = createReportingVault(createSecretVault(config.encryptionKeys), database, notifyOperators);
  const sender = new WebhookSender(new WebhookUrlPolicy(config.webhooksAllowPrivate));
  const dispatcher = startWebhookDispatcher({
    outbox: createWebhookOutbox(database, vault, notifyOperators),
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
