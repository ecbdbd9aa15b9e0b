/** The real app on a socket, with the real database, Temporal, worker, and simulators of Amazon and Commerce. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../activities/create-activities.ts';
import { StoreWatch } from '../../activities/store-watch.ts';
import { createAmazonSeller } from '../../adapters/amazon/amazon-seller.ts';
import { createConsentUrl } from '../../adapters/amazon/consent-url.ts';
import { createVerifyClientSecret } from '../../adapters/amazon/verify-client-secret.ts';
import { createCommerceCatalog } from '../../adapters/commerce/commerce-catalog.ts';
import { SessionEnds } from '../../adapters/postgres/access/session-ends.ts';
import { ApplicationSecrets } from '../../adapters/postgres/application-secrets/application-secrets.ts';
import { openDatabase, pingDatabase } from '../../adapters/postgres/db/database.ts';
import { createRepositories } from '../../adapters/postgres/index.ts';
import { ChangeFeed } from '../../adapters/postgres/stores/change-feed.ts';
import { createSecretVault } from '../../adapters/secrets/secret-vault.ts';
import { deriveSigningSecrets } from '../../adapters/secrets/signing-secrets.ts';
import { ApiGateway } from '../../adapters/temporal/api-gateway.ts';
import { TemporalGateway, workerTimeouts } from '../../adapters/temporal/gateway.ts';
import { repeatUntilAborted } from '../../adapters/temporal/retry-until-aborted.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { WebhookUrlPolicy } from '../../adapters/webhooks/webhook-url-policy.ts';
import { createApp } from '../../api/app.ts';
import { connectLink } from '../../api/contract/connections.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { startSimulators } from '../../simulators/start-simulators.ts';
import { messageDelivery } from '../../workflows/index.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { createTestDatabase } from '../setup/test-database.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { type Answer, type Browser, createBrowser, createClient, storeOf } from './http-client.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export const adminToken = 'the-admin-token-of-the-test';

export const encryptionKeys = [{ kid: 'k1', key: new Uint8Array(32).fill(7) }];

export interface ApiHarnessOptions {
  /** Default true. */
  readonly worker?: boolean;
  /** Another address than that of the test server, such as one where nothing listens. */
  readonly temporalAddress?: string;
  readonly operatorEmail?: string;
  readonly deps?: Partial<ApiDeps>;
}

export async function startApiHarness(options: ApiHarnessOptions = {}) {
  const database = await createTestDatabase();
  const server = createServer();
  const publicUrl = await listen(server);
  const dataDir = mkdtempSync(join(tmpdir(), 'api-harness-'));
  const amazonApp = { applicationId: 'amzn1.sp.solution.test', clientId: 'client-id', clientSecret: 'client-secret' };
  const integration = { consumerKey: 'ck', consumerSecret: 'cs', accessToken: 'at', accessTokenSecret: 'ats' };
  const simulators = await startSimulators({
    dataDir,
    callbackUrl: `${publicUrl}/oauth/amazon/callback`,
    amazon: amazonApp,
    commerce: integration,
    participationsPace: { ratePerSecond: 1000, burst: 1000 },
    feesPace: { ratePerSecond: 1000, burst: 1000 },
    writeLog: () => undefined,
  });
  const { url: simulatorUrl } = simulators;
  const amazon = {
    ...amazonApp,
    lwaUrl: simulatorUrl,
    spapiUrl: { NA: simulatorUrl, EU: simulatorUrl },
    sellerCentralUrl: { US: simulatorUrl, CA: simulatorUrl, MX: simulatorUrl, GB: simulatorUrl },
  };
  const knex = openDatabase(database.url);
  const vault = createSecretVault(encryptionKeys);
  const records = createRepositories(knex, vault, { publicUrl, operatorEmail: options.operatorEmail });
  const userAgent = 'Perennial/test (Language=TypeScript)';
  const applicationSecrets = new ApplicationSecrets(knex, vault, {
    amazon,
    encryptionKeys,
    yearMs: amazonYearMs,
  });
  const feed = new ChangeFeed(knex, database.url);
  const sessionEnds = new SessionEnds(database.url);
  await Promise.all([feed.listening, sessionEnds.listening]);
  const taskQueue = uniqueTaskQueue();
  const temporal = new ApiGateway(
    { address: options.temporalAddress ?? temporalAddress(), namespace: 'default', tls: false },
    taskQueue,
  );
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  // Test files that run at the same time register the same attributes.
  await eventually(() => registerSearchAttributes(connection, 'default', searchAttributeKeys));

  const signingSecrets = deriveSigningSecrets(await records.signingKeys.loadSigningKey(), adminToken);
  const logLines: string[] = [];
  const deps: ApiDeps = {
    publicUrl,
    adminToken,
    frameAncestors: [],
    rateLimitPerMinute: 100_000,
    trustedProxies: [],
    signInAlarmQuietMs: 10 * 60_000,
    signing: async () => signingSecrets,
    sessionEnds,
    now: () => new Date(),
    log: pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) }),
    temporal,
    ...records,
    webhookUrlPolicy: new WebhookUrlPolicy(false),
    applicationSecrets,
    verifyClientSecret: createVerifyClientSecret(amazon, { userAgent }),
    feed,
    catalog: createCommerceCatalog({ baseUrl: simulatorUrl, ...integration }, { cacheAttributesMs: 0 }),
    sellerCentralUrls: amazon.sellerCentralUrl,
    consentUrl: createConsentUrl(amazon),
    pingDatabase: () => pingDatabase(knex),
    ...options.deps,
  };
  const api = createApp(deps);
  server.on('request', api.app);

  let polling: { worker: WorkerGroup; ended: Promise<void> } | undefined;
  const harness = {
    url: publicUrl,
    simulatorUrl,
    taskQueue,
    deps,
    database: knex,
    databaseUrl: database.url,
    records,
    logLines,
    ...createClient(publicUrl, adminToken),

    async startWorker(): Promise<void> {
      const worker = await WorkerGroup.create({
        connection,
        taskQueue,
        workflowBundle: workflowBundle(),
        activities: createActivities({
          ...records,
          applicationSecrets,
          amazon: createAmazonSeller(amazon, { userAgent, clientSecrets: applicationSecrets }),
          mailer: { send: async ({ to }) => ({ reached: to, refused: [], replies: '' }) },
          catalog: deps.catalog,
          temporal: new TemporalGateway(new Client({ connection }), { taskQueue, ...workerTimeouts }),
          yearMs: amazonYearMs,
          importLinesPerSecond: 1000,
        }),
        stickyQueueScheduleToStartTimeout: '3 seconds',
      });
      polling = { worker, ended: worker.run() };
      // The first workflow task loads the bundle, which takes longer than a POST waits on a busy machine.
      await new Client({ connection }).workflow.execute(messageDelivery, {
        workflowId: `warm-up-${randomUUID()}`,
        taskQueue,
        args: [{ v: 1, messageId: randomUUID() }],
      });
    },
    async stopWorker(): Promise<void> {
      polling?.worker.shutdown();
      await polling?.ended;
      polling = undefined;
    },
    /** Looks for stores without a workflow, as every worker does, until the returned function is called. */
    watchStores(): () => Promise<void> {
      const temporalGateway = new TemporalGateway(new Client({ connection }), { taskQueue, ...workerTimeouts });
      const stopping = new AbortController();
      const watch = new StoreWatch(
        { ...records, temporal: temporalGateway },
        { info: () => undefined, warn: () => undefined },
      );
      const failures: unknown[] = [];
      const ended = repeatUntilAborted(
        () => watch.runRound(),
        300,
        (error) => failures.push(error),
        stopping.signal,
      );
      return async () => {
        stopping.abort();
        await ended;
        if (failures.length > 0) throw new AggregateError(failures, 'Rounds of the watch failed');
      };
    },
    /** Adds a store with a unique name; `fields` replace the defaults. */
    async addStore(fields: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
      const store = { website: 'base', email: 'seller@example.com', name: uniqueName(), country: 'US' };
      return harness.call('POST', '/v1/stores', { ...store, ...fields }, headers);
    },
    async fault(fault: object): Promise<void> {
      const response = await fetch(`${simulatorUrl}/simulator/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async clearFaults(): Promise<void> {
      await fetch(`${simulatorUrl}/simulator/faults`, { method: 'DELETE' });
    },
    async makeLink(storeId: string): Promise<string> {
      const answer = await harness.call('POST', `/v1/stores/${storeId}/connect-links`);
      return connectLink.strict().parse(answer.body).url;
    },
    /** Follows a connect link and approves at Amazon; returns the callback URL without opening it. */
    async consent(browser: Browser, link: string, seller: string): Promise<string> {
      const redirect = await browser.get(link);
      if (redirect.status !== 302) throw new Error(redirect.text);
      return harness.approve(redirect.headers.get('location') ?? '', seller);
    },
    /** Adds and connects a store; returns its id and the browser that connected it. */
    async connectStore(seller: string, fields: object = {}) {
      const store = storeOf(await harness.addStore(fields));
      const browser = createBrowser();
      // Right after the start of a worker, its first store takes longer.
      const link = await eventually(() => harness.makeLink(store.id));
      const page = await browser.stay(await harness.consent(browser, link, seller));
      if (!page.text.includes('Connected')) throw new Error(page.text);
      return { id: store.id, browser };
    },
    /** Approves at Amazon as the seller; returns the callback URL. */
    async approve(consentUrl: string, seller: string): Promise<string> {
      const response = await fetch(`${simulatorUrl}/simulator/approve`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ consentUrl, seller }),
      });
      const answer: unknown = await response.json();
      if (typeof answer !== 'object' || answer === null || !('callbackUrl' in answer))
        throw new Error(JSON.stringify(answer));
      return String(answer.callbackUrl);
    },
    async stop(): Promise<void> {
      await harness.stopWorker();
      api.close();
      server.closeAllConnections();
      server.close();
      await temporal.close();
      await connection.close();
      await feed.close();
      await sessionEnds.close();
      await knex.destroy();
      await simulators.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  if (options.worker ?? true) await harness.startWorker();
  return harness;
}

export type ApiHarness = Awaited<ReturnType<typeof startApiHarness>>;

export function uniqueName(): string {
  return `Store ${randomUUID().slice(0, 13)}`;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}
