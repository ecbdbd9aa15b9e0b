/** The composition root of the worker: config → adapters → activities → run. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from './activities/create-activities.ts';
import { createAmazonSeller } from './adapters/amazon/amazon-seller.ts';
import { createCommerceCatalog } from './adapters/commerce/commerce-catalog.ts';
import { createMailer } from './adapters/mail/mailer.ts';
import { createApplicationSecrets } from './adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase } from './adapters/postgres/db/database.ts';
import { createWebhookSessions } from './adapters/postgres/webhooks/sessions.ts';
import { createPostgresRecords } from './adapters/postgres/index.ts';
import { createWebhookOutbox } from './adapters/postgres/webhooks/outbox.ts';
import { createSecretBox } from './adapters/secrets/secret-box.ts';
import { connectWorker } from './adapters/temporal/connect-worker.ts';
import { dispatchMessage } from './adapters/temporal/dispatch-message.ts';
import { keepTrying } from './adapters/temporal/keep-trying.ts';
import { registerSearchAttributes } from './adapters/temporal/register-search-attributes.ts';
import { startApplicationSecret } from './adapters/temporal/start-application-secret.ts';
import { startFleetWatch } from './adapters/temporal/start-fleet-watch.ts';
import { createStartStore } from './adapters/temporal/start-store.ts';
import { isWorkerReady, serveWorkerHealth } from './adapters/temporal/worker-health.ts';
import { createWebhookSender } from './adapters/webhooks/send-webhook.ts';
import { startWebhookPump } from './adapters/webhooks/start-webhook-pump.ts';
import { createWebhookTargets } from './adapters/webhooks/webhook-targets.ts';
import { type Config, readConfig } from './config.ts';
import { taskQueue } from './domain/ids.ts';
import { importRowsPerSecond } from './domain/store-import.ts';
import { searchAttributeKeys, searchAttributesAtStart } from './workflows/store/search-attributes.ts';

const config = readConfig();
const log = pino({ name: 'worker', level: config.logLevel });
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

Runtime.install({
  // Signals are ours: activities are given time to finish before the connection goes.
  shutdownSignals: [],
  logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
    log[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'info']({ temporal: meta }, message),
  ),
});

const webhooks = deliverWebhooks();
const connection = await connectWorker(
  config.temporal,
  (error, pauseMs) => log.warn({ err: error, pauseMs }, `Temporal at ${config.temporal.address} cannot be reached yet`),
  stopping.signal,
);
if (connection) {
  const { namespace } = config.temporal;
  const database = openDatabase(config.databaseUrl, { poolMax: 20, applicationName: 'perennial-worker' });
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  try {
    await registerSearchAttributes(connection, namespace, searchAttributeKeys);
    const secretBox = createSecretBox(config.encryptionKeys);
    const records = createPostgresRecords(database, secretBox, config);
    const applicationSecrets = createApplicationSecrets(database, secretBox, config);
    const amazon = createAmazonSeller(config.amazon, {
      userAgent: 'Perennial/0.2 (Language=TypeScript)',
      clientSecrets: applicationSecrets,
    });
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      ...workflowCode(),
      ...versioning(config),
      activities: createActivities({
        ...records,
        applicationSecrets,
        amazon,
        mailer,
        catalog: createCommerceCatalog(config.commerce),
        dispatchMessage,
        startStore: createStartStore(searchAttributesAtStart),
        yearMs: config.yearMs,
        importRowsPerSecond,
      }),
      // How long a store waits for the worker that remembered it, when that one has died.
      stickyQueueScheduleToStartTimeout: '3 seconds',
      // Longer than any activity's call to the outside, so that a deploy interrupts none.
      shutdownGraceTime: '35 seconds',
      shutdownForceTime: '45 seconds',
    });
    const health = config.workerHealthPort
      ? serveWorkerHealth(config.workerHealthPort, () => isWorkerReady(worker, connection))
      : undefined;
    stopping.signal.addEventListener('abort', () => worker.shutdown());
    await startFleetWatch(connection, namespace);
    // Beside the polling: its clock can wait for a database that is away, the stores need not.
    const secretNoted = keepTrying(
      async () => {
        await applicationSecrets.noteEnvironmentSecret();
        await startApplicationSecret(connection, namespace);
      },
      (error, pauseMs) => log.warn({ err: error, pauseMs }, 'AMAZON_CLIENT_SECRET could not be noted yet'),
      stopping.signal,
    );
    log.info({ taskQueue, buildId: config.workerBuildId }, 'The worker polls');
    if (stopping.signal.aborted) worker.shutdown();
    await worker.run();
    await secretNoted;
    health?.close();
  } finally {
    mailer.close();
    await database.destroy();
    await connection.close();
  }
}
await webhooks.close();
log.info('The worker has ended');

/** The prebuilt bundle when there is one: polling 0.9 s sooner and 78 MB smaller. */
function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  const codePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
  if (existsSync(codePath)) return { workflowBundle: { codePath } };
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return { workflowsPath: fileURLToPath(new URL(`./workflows/index.${extension}`, import.meta.url)) };
}

/** In production a run stays with the version it began on and moves when it continues as new. */
function versioning({ workerBuildId }: Config): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (!workerBuildId) return {};
  return {
    workerDeploymentOptions: {
      version: { deploymentName: 'perennial', buildId: workerBuildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED',
    },
  };
}

/** Beside Temporal: an endpoint that hangs takes nothing from the stores, not even a connection to the database. */
function deliverWebhooks(): { close(): Promise<void> } {
  const database = openDatabase(config.databaseUrl, { poolMax: 5, applicationName: 'perennial-webhooks' });
  const sender = createWebhookSender(createWebhookTargets(config.webhooksAllowPrivate));
  const pump = startWebhookPump({
    outbox: createWebhookOutbox(database, createSecretBox(config.encryptionKeys), config.operatorEmail !== undefined),
    send: sender.send,
    keepSession: createWebhookSessions(config.databaseUrl, (error) =>
      log.warn({ err: error }, 'The delivery of webhooks was interrupted; it goes on where it was'),
    ),
    log,
  });
  return {
    async close() {
      await pump.close();
      sender.close();
      await database.destroy();
    },
  };
}
