/** The activities a worker registers, on a real database, real simulators of Amazon and a real mail server. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { z } from 'zod';
import { createActivities } from '../../activities/create-activities.ts';
import type { Activities } from '../../activities/contract.ts';
import type { ActivityDeps } from '../../activities/create-activities.ts';
import { createAmazonSeller } from '../../adapters/amazon/amazon-seller.ts';
import { createConsentUrl } from '../../adapters/amazon/consent-url.ts';
import { createApplicationSecrets } from '../../adapters/postgres/application-secrets/application-secrets.ts';
import { createMailer } from '../../adapters/mail/mailer.ts';
import { startMailInbox, type MailInbox } from '../../dev/mail-inbox.ts';
import { startSimulators } from '../../simulators/start-simulators.ts';
import type { Country } from '../../domain/marketplaces.ts';
import {
  addStore,
  changeOf,
  inOneHour,
  openStoreWorld,
  redirectUri,
  type StoreWorld,
  yearMs,
} from '../adapters/postgres/store-harness.ts';

const storedMail = z.array(
  z.object({
    id: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
);

const requestLog = z.object({
  items: z.array(z.object({ endpoint: z.string(), seller: z.string().optional(), grantType: z.string().optional() })),
});

export const operatorEmail = 'operators@example.com';

export interface GivenCode {
  readonly consentId: string;
  readonly sellerId: string;
}

export type ActivityWorld = Awaited<ReturnType<typeof openActivityWorld>>;

export async function openActivityWorld() {
  const world: StoreWorld = await openStoreWorld({ operatorEmail });
  const dir = mkdtempSync(join(tmpdir(), 'activity-world-'));
  const application = { applicationId: 'amzn1.sp.solution.test', clientId: 'client-id', clientSecret: 'client-secret' };
  const simulators = await startSimulators({
    dataDir: dir,
    callbackUrl: redirectUri,
    amazon: application,
    commerce: { consumerKey: 'a', consumerSecret: 'b', accessToken: 'c', accessTokenSecret: 'd' },
    participationsPace: { ratePerSecond: 1000, burst: 1000 },
  });
  const { url } = simulators;
  const amazonConfig = {
    ...application,
    lwaUrl: url,
    spapiUrl: { NA: url, EU: url },
    sellerCentralUrl: { US: url, CA: url, MX: url, GB: url },
  };
  const consentUrl = createConsentUrl(amazonConfig);
  let inbox: MailInbox = await startMailInbox({ dir: join(dir, 'mail'), smtpPort: 0, uiPort: 0 });
  const { smtpPort, uiPort } = inbox;
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    from: 'Perennial <perennial@example.com>',
    timeoutMs: 2000,
  });
  const dispatched: string[] = [];
  /** As another process sees them, with what its environment says. */
  const applicationSecretsOf = (clientSecret: string) =>
    createApplicationSecrets(world.database, world.box, {
      amazon: { ...application, clientSecret },
      encryptionKeys: world.keys,
      yearMs,
    });
  const applicationSecrets = applicationSecretsOf(application.clientSecret);
  const deps: ActivityDeps = {
    ...world,
    applicationSecrets,
    amazon: createAmazonSeller(amazonConfig, {
      userAgent: 'Perennial/test (Language=TypeScript)',
      clientSecrets: applicationSecrets,
    }),
    mailer,
    catalog: { listWebsites: async () => [{ code: 'base' }], findAttribute: async () => undefined },
    dispatchMessage: async (messageId) => void dispatched.push(messageId),
    startStore: ({ storeId }) => world.stores.createStore(storeId),
    yearMs,
    importRowsPerSecond: 1000,
  };

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  return {
    ...world,
    deps,
    applicationSecrets,
    applicationSecretsOf,
    lwaUrl: url,
    clientSecret: application.clientSecret,
    /** Ids of the messages whose delivery was asked for. */
    dispatched,

    fault: (fault: object) => control('POST', 'faults', fault),
    revoke: (seller: string) => control('POST', 'faults', { kind: 'revoked', seller }),
    clearFaults: () => control('DELETE', 'faults'),
    /** At Amazon's side. */
    rotateSecret: (rotation: object) => control('POST', 'application', rotation),
    expireSecrets: () => control('DELETE', 'application'),
    /** How often a seller's code was sent to the simulated Amazon. */
    async exchangesOf(seller: string): Promise<number> {
      const { items } = requestLog.parse(await control('GET', 'log'));
      return items.filter((request) => request.seller === seller && request.grantType === 'authorization_code').length;
    },

    /** How often Amazon was asked where a seller takes part. */
    async participationsOf(seller: string): Promise<number> {
      const { items } = requestLog.parse(await control('GET', 'log'));
      const own = items.filter((request) => request.seller === seller);
      return own.filter(({ endpoint }) => endpoint.endsWith('/marketplaceParticipations')).length;
    },

    /** The seller agreed at Amazon and came back; the code lies sealed with the consent. */
    async agree(storeId: string, seller: string, country: Country = 'US'): Promise<GivenCode> {
      const { token } = await world.links.createLink(storeId, inOneHour());
      const link = await world.links.findLink(token);
      const browserId = randomUUID();
      const begun = { storeId, linkId: link?.linkId ?? '', browserId, redirectUri, expiresAt: inOneHour() };
      const { state } = await world.consents.beginConsent(begun);
      const address = consentUrl({ country, state, redirectUri });
      const { callbackUrl } = z
        .object({ callbackUrl: z.string() })
        .parse(await control('POST', 'approve', { consentUrl: address, seller }));
      const { searchParams } = new URL(callbackUrl);
      const sellerId = searchParams.get('selling_partner_id') ?? '';
      const taken = await world.consents.takeCallback({
        state: searchParams.get('state') ?? '',
        browserId,
        code: searchParams.get('spapi_oauth_code') ?? '',
        sellingPartnerId: sellerId,
        receivedAt: new Date().toISOString(),
      });
      if (taken.kind !== 'taken') throw new Error(`The callback was not taken: ${taken.kind}`);
      return { consentId: taken.consent.consentId, sellerId };
    },

    /** What the store's timeline says of a kind. */
    async notes(storeId: string, what: string) {
      const { items } = await world.reader.listTimeline(storeId, { limit: 100 });
      return items.filter((entry) => entry.what === what);
    },

    async mailTo(address: string) {
      const response = await fetch(`http://127.0.0.1:${uiPort}/api/messages?to=${encodeURIComponent(address)}`);
      return storedMail.parse(await response.json());
    },
    stopMail: () => inbox.stop(),
    async startMail() {
      inbox = await startMailInbox({ dir: join(dir, 'mail'), smtpPort, uiPort });
    },

    async close(): Promise<void> {
      mailer.close();
      await Promise.all([inbox.stop(), simulators.close(), world.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs activities as a worker would; the same `run` is one activity, its further calls are its further attempts. */
export function runActivities(deps: ActivityDeps, info: { attempt?: number } = {}): Activities {
  const activities = createActivities(deps);
  // Failures are what many tests ask for: no reason to print them.
  const environment = new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') });
  const run =
    <A extends unknown[], R>(activity: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      environment.run(activity, ...args);
  return {
    createStore: run(activities.createStore),
    recordChange: run(activities.recordChange),
    adoptAuthorization: run(activities.adoptAuthorization),
    reuseAuthorization: run(activities.reuseAuthorization),
    forgetAuthorization: run(activities.forgetAuthorization),
    queueMessage: run(activities.queueMessage),
    exchangeAuthorizationCode: run(activities.exchangeAuthorizationCode),
    verifyConnection: run(activities.verifyConnection),
    verifyReuse: run(activities.verifyReuse),
    checkConnection: run(activities.checkConnection),
    deliverMessage: run(activities.deliverMessage),
    giveUpMessage: run(activities.giveUpMessage),
  };
}

/** A store that works, with an authorization of its own. */
export async function connectedStore(world: ActivityWorld) {
  const seller = `seller-${randomUUID()}@example.com`;
  const storeId = await addStore(world);
  const run = runActivities(world.deps);
  const { consentId } = await world.agree(storeId, seller);
  await run.exchangeAuthorizationCode(consentId);
  const adopted = await run.adoptAuthorization(consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { grantId, authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return { storeId, seller, grantId };
}
