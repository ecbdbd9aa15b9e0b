import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import {
  type ActivityHarness,
  connectedStore,
  openActivityHarness,
  operatorEmail,
  runActivities,
} from './activity-harness.ts';

let harness: ActivityHarness;
let storeId: string;
beforeAll(async () => {
  harness = await openActivityHarness();
  ({ storeId } = await connectedStore(harness));
});
beforeEach(() => harness.database('alarms').delete());
afterAll(() => harness.close());

const check = () => runActivities(harness.deps).checkConnection(storeId);
const openAlarms = async () =>
  (await harness.alarms.listAlarms({ limit: 10 })).items.filter(({ closedAt }) => !closedAt);

describe('our client secret at Amazon', () => {
  it('can be rotated at Amazon first or in Perennial first: both work during the overlap', async () => {
    await harness.rotateSecret({ clientSecret: 'second' });
    expect(await check()).toMatchObject({ outcome: 'connected' });
    await harness.applicationSecrets.activateRotatedSecret({ clientSecret: 'third', isVerified: false });
    expect(await check()).toMatchObject({ outcome: 'connected' });
    expect(await openAlarms()).toEqual([]);
    expect(await harness.applicationSecrets.describe()).toMatchObject({ isVerified: false });
    await harness.rotateSecret({ clientSecret: 'third' });
    expect(await check()).toMatchObject({ outcome: 'connected' });
    expect(await harness.applicationSecrets.describe()).toMatchObject({ isVerified: true });
  });

  it('opens an alarm only when all secrets are refused, which closes with a valid one and without a restart', async () => {
    await harness.expireSecrets();
    await expect(check()).rejects.toMatchObject({ type: 'amazon_application' });
    expect(await openAlarms()).toMatchObject([{ kind: 'application_refused' }]);
    await harness.rotateSecret({ clientSecret: 'fourth' });
    await harness.applicationSecretsOf('fourth').activateEnvironmentSecret();
    expect(await check()).toMatchObject({ outcome: 'connected' });
    expect(await openAlarms()).toEqual([]);
  });

  it('does not use up the code of a seller when it is refused', async () => {
    await harness.applicationSecrets.activateRotatedSecret({ clientSecret: 'wrong', isVerified: false });
    const { consentId } = await harness.giveConsent(storeId, 'seller-overlap@example.com');
    expect(await runActivities(harness.deps).exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'exchanged' });
  });

  it('has one alarm near its end, mailed at each date and when it is closed', async () => {
    const run = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
    const { warnOfApplicationSecret, endApplicationSecretWarning } = createActivities(harness.deps);
    harness.startedDeliveries.length = 0;
    await harness.webhooks.addWebhook({ url: 'https://example.com/', types: ['application.secret_expiring'] });
    const expiresAt = '2027-06-30T00:00:00.000Z';
    for (const days of [30, 30, 14]) await run.run(warnOfApplicationSecret, { days, daysLeft: days, expiresAt });
    expect(await openAlarms()).toMatchObject([{ kind: 'application_secret_expiring', params: { daysLeft: '14' } }]);
    const bodies = await harness.database('webhook_events').orderBy('body').pluck<string[]>('body');
    expect(bodies.map((body) => JSON.parse(body))).toMatchObject(
      [30, 14].map((daysLeft) => ({ type: 'application.secret_expiring', data: { expiresAt, daysLeft } })),
    );
    await run.run(endApplicationSecretWarning);
    expect(await openAlarms()).toEqual([]);
    expect(harness.startedDeliveries).toHaveLength(3);
    for (const messageId of harness.startedDeliveries) await runActivities(harness.deps).deliverMessage(messageId);
    const texts = (await harness.mailTo(operatorEmail)).map(({ text }) => text).join('\n');
    expect(texts).toMatch(/expires in 30 days/);
    expect(texts).toMatch(/expires in 14 days/);
    expect(texts).toMatch(/A new client secret is in use/);
  });
});
