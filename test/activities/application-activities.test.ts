import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import {
  type ActivityWorld,
  connectedStore,
  openActivityWorld,
  operatorEmail,
  runActivities,
} from './activity-harness.ts';

let world: ActivityWorld;
let storeId: string;
beforeAll(async () => {
  world = await openActivityWorld();
  ({ storeId } = await connectedStore(world));
});
beforeEach(() => world.database('alarms').delete());
afterAll(() => world.close());

const check = () => runActivities(world.deps).checkConnection(storeId);
const openAlarms = async () =>
  (await world.alarmReader.listAlarms({ limit: 10 })).items.filter((each) => !each.closedAt);

describe('our client secret at Amazon', () => {
  it('may be rotated there first, or here first: during the overlap both work', async () => {
    await world.rotateSecret({ clientSecret: 'second' });
    expect(await check()).toEqual({ outcome: 'connected' });
    await world.applicationSecrets.takeRotatedSecret({ clientSecret: 'third', isVerified: false });
    expect(await check()).toEqual({ outcome: 'connected' });
    expect(await openAlarms()).toEqual([]);
    expect(await world.applicationSecrets.describe()).toMatchObject({ isVerified: false });
    await world.rotateSecret({ clientSecret: 'third' });
    expect(await check()).toEqual({ outcome: 'connected' });
    expect(await world.applicationSecrets.describe()).toMatchObject({ isVerified: true });
  });

  it('is an alarm only when all of them are refused, which ends with a good one and no restart', async () => {
    await world.expireSecrets();
    await expect(check()).rejects.toMatchObject({ type: 'amazon_application' });
    expect(await openAlarms()).toMatchObject([{ kind: 'application_refused' }]);
    await world.rotateSecret({ clientSecret: 'fourth' });
    await world.applicationSecretsOf('fourth').noteEnvironmentSecret();
    expect(await check()).toEqual({ outcome: 'connected' });
    expect(await openAlarms()).toEqual([]);
  });

  it('uses up no code of a seller when it is refused', async () => {
    await world.applicationSecrets.takeRotatedSecret({ clientSecret: 'mistake', isVerified: false });
    const { consentId } = await world.agree(storeId, 'seller-overlap@example.com');
    expect(await runActivities(world.deps).exchangeAuthorizationCode(consentId)).toEqual({ outcome: 'exchanged' });
  });

  it('near its end is one alarm, mailed at each date and when it is over', async () => {
    const run = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
    const { warnOfApplicationSecret, endApplicationSecretWarning } = createActivities(world.deps);
    world.dispatched.length = 0;
    await world.webhooks.addWebhook({ url: 'https://example.com/', types: ['application.secret_expiring'] });
    const expiresAt = '2027-06-30T00:00:00.000Z';
    for (const days of [30, 30, 14]) await run.run(warnOfApplicationSecret, { days, daysLeft: days, expiresAt });
    expect(await openAlarms()).toMatchObject([{ kind: 'application_secret_expiring', params: { daysLeft: '14' } }]);
    const told = await world.database('webhook_events').orderBy('body').pluck<string[]>('body');
    expect(told.map((body) => JSON.parse(body))).toMatchObject(
      [30, 14].map((daysLeft) => ({ type: 'application.secret_expiring', data: { expiresAt, daysLeft } })),
    );
    await run.run(endApplicationSecretWarning);
    expect(await openAlarms()).toEqual([]);
    expect(world.dispatched).toHaveLength(3);
    for (const messageId of world.dispatched) await runActivities(world.deps).deliverMessage(messageId);
    const texts = (await world.mailTo(operatorEmail)).map(({ text }) => text).join('\n');
    expect(texts).toMatch(/expires in 30 days/);
    expect(texts).toMatch(/expires in 14 days/);
    expect(texts).toMatch(/A new client secret is in force/);
  });
});
