/** The activities of a worker on a real database, the simulators of Amazon and a real mail server. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { z } from 'zod';
import { createActivities } from '../../activities/create-activities.ts';
import type { AmazonActivities, MailActivities, StoreActivities } from '../../activities/contract.ts';
import type { ActivityDeps } from '../../activities/create-activities.ts';
import { createAmazonSeller } from '../../adapters/amazon/amazon-seller.ts';
import { createConsentUrl } from '../../adapters/amazon/consent-url.ts';
import { ApplicationSecrets } from '../../adapters/postgres/application-secrets/application-secrets.ts';
import { SmtpMailer } from '../../adapters/mail/smtp-mailer.ts';
import { startMailInbox, type MailInbox } from '../../dev/mail/mail-inbox.ts';
import { startSimulators } from '../../simulators/start-simulators.ts';
import type { Country } from '../../domain/marketplaces.ts';
import {
  addStore,
  changeOf,
  inOneHour,
  openStoreHarness,
  redirectUri,
  type StoreHarness,
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

export interface GivenConsent {
  readonly consentId: string;
  readonly sellerId: string;
}

export type ActivityHarness = Awaited<ReturnType<typeof openActivityHarness>>;

export async function openActivityHarness() {
  const harness: StoreHarness = await openStoreHarness({ operatorEmail });
  const dir = mkdtempSync(join(tmpdir(), 'activity-harness-'));
  const application = { applicationId: 'amzn1.sp.solution.test', clientId: 'client-id', clientSecret: 'client-secret' };
  const simulators = await startSimulators({
    dataDir: dir,
    callbackUrl: redirectUri,
    amazon: application,
    commerce: { consumerKey: 'a', consumerSecret: 'b', accessToken: 'c', accessTokenSecret: 'd' },
    participationsPace: { ratePerSecond: 1000, burst: 1000 },
    feesPace: { ratePerSecond: 1000, burst: 1000 },
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
  const mailer = new SmtpMailer({
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    from: 'Perennial <perennial@example.com>',
    timeoutMs: 2000,
  });
  const startedDeliveries: string[] = [];
  /** The secrets as another process with this environment sees them. */
  const applicationSecretsOf = (clientSecret: string) =>
    new ApplicationSecrets(harness.database, harness.vault, {
      amazon: { ...application, clientSecret },
      encryptionKeys: harness.keys,
      yearMs,
    });
  const applicationSecrets = applicationSecretsOf(application.clientSecret);
  const deps: ActivityDeps = {
    ...harness,
    applicationSecrets,
    amazon: createAmazonSeller(amazonConfig, {
      userAgent: 'Perennial/test (Language=TypeScript)',
      clientSecrets: applicationSecrets,
    }),
    mailer,
    catalog: { listWebsites: async () => [{ code: 'base', name: 'Base' }], findAttribute: async () => undefined },
    temporal: {
      createStore: ({ storeId }) => harness.stores.createStore(storeId),
      deliverMessage: async (messageId) => void startedDeliveries.push(messageId),
    },
    yearMs,
    importLinesPerSecond: 1000,
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
    ...harness,
    deps,
    applicationSecrets,
    applicationSecretsOf,
    lwaUrl: url,
    clientSecret: application.clientSecret,
    /** Ids of the messages whose delivery was started. */
    startedDeliveries,

    fault: (fault: object) => control('POST', 'faults', fault),
    revoke: (seller: string) => control('POST', 'faults', { kind: 'revoked', seller }),
    clearFaults: () => control('DELETE', 'faults'),
    /** On Amazon's side. */
    rotateSecret: (rotation: object) => control('POST', 'application', rotation),
    expireSecrets: () => control('DELETE', 'application'),
    /** How often a seller's code was sent to the simulated Amazon. */
    async exchangesOf(seller: string): Promise<number> {
      const { items } = requestLog.parse(await control('GET', 'log'));
      return items.filter((request) => request.seller === seller && request.grantType === 'authorization_code').length;
    },

    /** How often the marketplace participations of a seller were requested. */
    async participationsOf(seller: string): Promise<number> {
      const { items } = requestLog.parse(await control('GET', 'log'));
      const calls = items.filter((request) => request.seller === seller);
      return calls.filter(({ endpoint }) => endpoint.endsWith('/marketplaceParticipations')).length;
    },

    /** The seller consents at Amazon and returns, as `claimedId` if given; the code is sealed with the consent. */
    async giveConsent(
      storeId: string,
      seller: string,
      country: Country = 'US',
      claimedId?: string,
    ): Promise<GivenConsent> {
      const { token } = await harness.connectLinks.createLink(storeId, inOneHour());
      const link = await harness.connectLinks.findLink(token);
      const browserId = randomUUID();
      const begun = { storeId, linkId: link?.linkId ?? '', browserId, redirectUri, expiresAt: inOneHour() };
      const { state } = await harness.consents.beginConsent(begun);
      const address = consentUrl({ country, state, redirectUri });
      const { callbackUrl } = z
        .object({ callbackUrl: z.string() })
        .parse(await control('POST', 'approve', { consentUrl: address, seller }));
      const { searchParams } = new URL(callbackUrl);
      const sellerId = claimedId ?? searchParams.get('selling_partner_id') ?? '';
      const received = await harness.consents.receiveCallback({
        state: searchParams.get('state') ?? '',
        browserId,
        code: searchParams.get('spapi_oauth_code') ?? '',
        sellingPartnerId: sellerId,
        receivedAt: new Date().toISOString(),
      });
      if (received.kind !== 'received') throw new Error(`The callback was not received: ${received.kind}`);
      return { consentId: received.consent.consentId, sellerId };
    },

    /** The entries of the store's timeline with this code. */
    async timelineEntries(storeId: string, what: string) {
      const { items } = await harness.stores.listTimeline(storeId, { limit: 100 });
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
      await Promise.all([inbox.stop(), simulators.close(), harness.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs activities as a worker would. Further calls of the same `run` are further attempts of one activity. */
export function runActivities(
  deps: ActivityDeps,
  info: { attempt?: number; scheduledTimestampMs?: number } = {},
): StoreActivities & AmazonActivities & MailActivities {
  const activities = createActivities(deps);
  // Many tests provoke failures, which need not be printed.
  const environment = new MockActivityEnvironment(
    { scheduledTimestampMs: Date.now(), ...info },
    { logger: new DefaultLogger('ERROR') },
  );
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
    undoAuthorization: run(activities.undoAuthorization),
    queueMessage: run(activities.queueMessage),
    exchangeAuthorizationCode: run(activities.exchangeAuthorizationCode),
    verifyConnection: run(activities.verifyConnection),
    verifyReuse: run(activities.verifyReuse),
    checkConnection: run(activities.checkConnection),
    deliverMessage: run(activities.deliverMessage),
    giveUpMessage: run(activities.giveUpMessage),
  };
}

/** A connected store with an authorization of its own. */
export async function connectedStore(harness: ActivityHarness) {
  const seller = `seller-${randomUUID()}@example.com`;
  const storeId = await addStore(harness);
  const run = runActivities(harness.deps);
  const { consentId, sellerId } = await harness.giveConsent(storeId, seller);
  await run.exchangeAuthorizationCode(consentId);
  await run.verifyConnection(consentId);
  const adopted = await run.adoptAuthorization(consentId);
  if (adopted.outcome === 'refused') throw new Error(adopted.reason.code);
  const { grantId, authorizedAt, expiresAt } = adopted.authorization;
  await run.recordChange(changeOf(storeId, { authorization: { authorizedAt, expiresAt } }));
  return { storeId, seller, sellerId, grantId };
}
