import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reason } from '../../../domain/reasons.ts';
import {
  addStore,
  changeOf,
  connectStore,
  dumpDatabase,
  giveConsent,
  inOneHour,
  openStoreWorld,
  type StoreWorld,
} from './store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

it('keeps no code, token, state, browser or link in plain text in any table', async () => {
  const storeId = await addStore(world);
  const connected = await connectStore(world, storeId, 'A-AT-REST');
  const unfinished = await giveConsent(world, storeId, 'A-AT-REST', { exchanged: false });
  const exchanged = await giveConsent(world, storeId, 'A-AT-REST');
  const { token } = await world.links.createLink(storeId, inOneHour());
  const { code } = await world.signInCodes.createCode(inOneHour());
  const made = await world.tokens.createToken({ name: 'At rest', role: 'viewer', createdBy: 'admin' });
  const apiToken = made.kind === 'created' ? made.token : '';
  const message = { kind: 'connect_again', storeId, key: randomUUID(), reason: reason('code_expired') } as const;
  const { messageId = '' } = await world.stores.queueMessage(message);
  const link = (await world.messages.loadMessage(messageId))?.link ?? '';
  const secrets = [connected, unfinished, exchanged]
    .flatMap((consent) => [consent.code, consent.refreshToken, consent.state, consent.browserId])
    .concat(token, code, apiToken, link.split('/').at(-1) ?? '');
  expect(secrets.every((secret) => secret.length > 20)).toBe(true);

  const dump = await dumpDatabase(world.database);
  expect(dump).toContain('A-AT-REST');
  expect(dump).toContain(unfinished.consentId);
  for (const secret of secrets) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('base64url'));
  }
});

it('keeps nothing of the person after a store was deleted', async () => {
  const email = `${randomUUID()}@example.com`;
  const storeId = await addStore(world, { email, name: 'Gone tomorrow' });
  await world.settings.changeSettings(storeId, { name: 'Gone today' }, async () => undefined);
  const message = { kind: 'connect_again', storeId, key: randomUUID(), reason: reason('code_expired') } as const;
  const { messageId = '' } = await world.stores.queueMessage(message);
  await world.messages.markMessageSent(messageId);
  await world.stores.forgetAuthorization(storeId);
  await world.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
  const dump = await dumpDatabase(world.database);
  expect(dump).not.toContain(email);
  expect(dump).toContain('Gone today');
});
