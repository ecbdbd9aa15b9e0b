/** The real app on a socket, with the real database, Temporal, worker, and simulators of Amazon and Commerce. */
import { dispatchMessage } from '../../adapters/temporal/dispatch-message.ts';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { MemoryStore } from 'express-session';
import { pino } from 'pino';
import { createActivities } from '../../activities/create-activities.ts';
import { createAmazonSeller } from '../../adapters/amazon/amazon-seller.ts';
import { createConsentUrl } from '../../adapters/amazon/consent-url.ts';
import { createVerifyClientSecret } from '../../adapters/amazon/verify-client-secret.ts';
import { createApplicationSecrets } from '../../adapters/postgres/application-secrets/application-secrets.ts';
import { createCommerceCatalog } from '../../adapters/commerce/commerce-catalog.ts';
import { openChangeFeed } from '../../adapters/postgres/stores/change-feed.ts';
import { openDatabase, pingDatabase } from '../../adapters/postgres/db/database.ts';
import { createPostgresRecords } from '../../adapters/postgres/index.ts';
import { createSecretBox } from '../../adapters/secrets/secret-box.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { createWebhookTargets } from '../../adapters/webhooks/webhook-targets.ts';
import { createStartStore } from '../../adapters/temporal/start-store.ts';
import { createApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { createOnboardingClient } from '../../api/onboarding-client.ts';
import { amazonYearMs } from '../../domain/renewal-schedule.ts';
import { startSimulators } from '../../simulators/start-simulators.ts';
import { searchAttributeKeys, searchAttributesAtStart } from '../../workflows/store/search-attributes.ts';
import { createTestDatabase } from '../setup/database.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../setup/temporal.ts';
import { connectLink } from '../../api/contract/links.ts';
import { type Answer, type Browser, createBrowser, createClient, storeOf } from './http-client.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export const adminToken = 'admin-token-of-the-test';

export interface ApiWorldOptions {
  /** Default true. */
  readonly worker?: boolean;
  /** Where Temporal is looked for, if not where it is. */
  readonly temporalAddress?: string;
  readonly deps?: Partial<ApiDeps>;
}

export async function startApiWorld(options: ApiWorldOptions = {}) {
  const database = await createTestDatabase();
  const server = createServer();
  const publicUrl = await listen(server);
  const dataDir = mkdtempSync(join(tmpdir(), 'api-world-'));
  const amazonApp = { applicationId: 'amzn1.sp.solution.test', clientId: 'client-id', clientSecret: 'client-secret' };
  const integration = { consumerKey: 'ck', consumerSecret: 'cs', accessToken: 'at', accessTokenSecret: 'ats' };
  const simulators = await startSimulators({
    dataDir,
    callbackUrl: `${publicUrl}/oauth/amazon/callback`,
    amazon: amazonApp,
    commerce: integration,
    participationsPace: { ratePerSecond: 1000, burst: 1000 },
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
  const encryptionKeys = [{ kid: 'k1', key: new Uint8Array(32).fill(7) }];
  const secretBox = createSecretBox(encryptionKeys);
  const records = createPostgresRecords(knex, secretBox, { publicUrl });
  const userAgent = 'Perennial/test (Language=TypeScript)';
  const applicationSecrets = createApplicationSecrets(knex, secretBox, {
    amazon,
    encryptionKeys,
    yearMs: amazonYearMs,
  });
  const feed = openChangeFeed(knex, database.url);
  await feed.listening;
  const taskQueue = uniqueTaskQueue();
  const onboarding = createOnboardingClient({
    address: options.temporalAddress ?? temporalAddress(),
    namespace: 'default',
    tls: false,
    taskQueue,
    searchAttributes: searchAttributesAtStart,
  });
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  // Files that run beside this one register the same.
  await eventually(() => registerSearchAttributes(connection, 'default', searchAttributeKeys));

  const logLines: string[] = [];
  const deps: ApiDeps = {
    publicUrl,
    adminToken,
    frameAncestors: [],
    rateLimitPerMinute: 100_000,
    sessionSecrets: ['session-secret-of-the-test'],
    sessionStore: new MemoryStore(),
    log: pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) }),
    onboarding,
    ...records,
    webhookTargets: createWebhookTargets(false),
    applicationSecrets,
    verifyClientSecret: createVerifyClientSecret(amazon, { userAgent }),
    feed,
    catalog: createCommerceCatalog({ baseUrl: simulatorUrl, ...integration }, { attributesKeptMs: 0 }),
    sellerCentralUrls: amazon.sellerCentralUrl,
    consentUrl: createConsentUrl(amazon),
    pingDatabase: () => pingDatabase(knex),
    ...options.deps,
  };
  const api = createApp(deps);
  server.on('request', api.app);

  let polling: { worker: Worker; ended: Promise<void> } | undefined;
  const world = {
    url: publicUrl,
    simulatorUrl,
    taskQueue,
    deps,
    records,
    logLines,
    ...createClient(publicUrl, adminToken),

    async startWorker(): Promise<void> {
      const worker = await Worker.create({
        connection,
        taskQueue,
        workflowBundle: workflowBundle(),
        activities: createActivities({
          ...records,
          applicationSecrets,
          amazon: createAmazonSeller(amazon, { userAgent, clientSecrets: applicationSecrets }),
          mailer: { send: async () => undefined },
          catalog: deps.catalog,
          dispatchMessage,
          startStore: createStartStore(searchAttributesAtStart),
          yearMs: amazonYearMs,
          importRowsPerSecond: 1000,
        }),
        stickyQueueScheduleToStartTimeout: '3 seconds',
      });
      polling = { worker, ended: worker.run() };
      // The first workflow task loads the bundle, for longer than a POST waits on a busy machine.
      await new Client({ connection }).workflow.execute('messageDelivery', {
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
    /** A store of its own for a test; fields may be replaced. */
    async addStore(fields: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
      const store = { website: 'base', email: 'seller@example.com', name: uniqueName(), country: 'US' };
      return world.call('POST', '/v1/stores', { ...store, ...fields }, headers);
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
      const answer = await world.call('POST', `/v1/stores/${storeId}/connect-links`);
      return connectLink.strict().parse(answer.body).url;
    },
    /** Through Amazon and back: the address of the callback, not opened yet. */
    async consent(browser: Browser, link: string, seller: string): Promise<string> {
      const redirect = await browser.get(link);
      if (redirect.status !== 302) throw new Error(redirect.text);
      return world.approve(redirect.headers.get('location') ?? '', seller);
    },
    /** A connected store and the browser that connected it. */
    async connectStore(seller: string, fields: object = {}) {
      const store = storeOf(await world.addStore(fields));
      const browser = createBrowser();
      // A worker that has only just begun may answer for its first store later.
      const link = await eventually(() => world.makeLink(store.id));
      const page = await browser.stay(await world.consent(browser, link, seller));
      if (!page.text.includes('Connected')) throw new Error(page.text);
      return { id: store.id, browser };
    },
    /** What the seller's browser does at Amazon: the address it is sent back to. */
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
      await world.stopWorker();
      api.close();
      server.closeAllConnections();
      server.close();
      await onboarding.close();
      await connection.close();
      await feed.close();
      await knex.destroy();
      await simulators.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  if (options.worker ?? true) await world.startWorker();
  return world;
}

export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>;

export function uniqueName(): string {
  return `Store ${randomUUID().slice(0, 13)}`;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}
