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
  openStoreHarness,
  type StoreHarness,
} from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

it('stores no code, token, state, browser id or link in plain text in any table', async () => {
  const storeId = await addStore(harness);
  const connected = await connectStore(harness, storeId, 'A-AT-REST');
  const unfinished = await giveConsent(harness, storeId, 'A-AT-REST', { exchanged: false });
  const exchanged = await giveConsent(harness, storeId, 'A-AT-REST');
  const { token } = await harness.connectLinks.createLink(storeId, inOneHour());
  const { code } = await harness.signInCodes.createCode(inOneHour(), { adminFingerprint: 'admin' });
  const created = await harness.apiTokens.createToken({ name: 'At rest', role: 'viewer', createdBy: 'admin' });
  const apiToken = created.kind === 'created' ? created.token : '';
  const message = { kind: 'connect_again', storeId, key: randomUUID(), reason: reason('code_expired') } as const;
  const { messageId = '' } = await harness.messages.queueMessage(message);
  const link = (await harness.messages.loadMessage(messageId))?.link ?? '';
  const secrets = [connected, unfinished, exchanged]
    .flatMap((consent) => [consent.code, consent.refreshToken, consent.state, consent.browserId])
    .concat(token, code, apiToken, link.split('/').at(-1) ?? '');
  expect(secrets.every((secret) => secret.length > 20)).toBe(true);

  const dump = await dumpDatabase(harness.database);
  expect(dump).toContain('A-AT-REST');
  expect(dump).toContain(unfinished.consentId);
  for (const secret of secrets) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('base64url'));
  }
});

it('stores no personal data of a deleted store', async () => {
  const email = `${randomUUID()}@example.com`;
  const storeId = await addStore(harness, { email, name: 'Gone tomorrow' });
  await harness.stores.changeSettings(storeId, { name: 'Gone today' }, async () => undefined);
  const message = { kind: 'connect_again', storeId, key: randomUUID(), reason: reason('code_expired') } as const;
  const { messageId = '' } = await harness.messages.queueMessage(message);
  await harness.messages.markMessageSent(messageId);
  await harness.authorizations.forgetAuthorization(storeId);
  await harness.stores.recordChange(changeOf(storeId, { status: 'deleted' }));
  const dump = await dumpDatabase(harness.database);
  expect(dump).not.toContain(email);
  expect(dump).toContain('Gone today');
});
