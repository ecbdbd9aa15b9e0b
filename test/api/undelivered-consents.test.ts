import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

/** The callback was received, and the API process ended before it signalled the store. */
async function receiveOnly(storeId: string): Promise<string> {
  const { consents } = api.records;
  const redirectUri = `${api.url}/oauth/amazon/callback`;
  const browserId = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { state } = await consents.beginConsent({ storeId, browserId, redirectUri, expiresAt });
  const consentUrl = api.deps.consentUrl({ country: 'US', state, redirectUri });
  const { searchParams } = new URL(await api.approve(consentUrl, `seller-${randomUUID()}@example.com`));
  const received = await consents.receiveCallback({
    ...{ state, browserId, receivedAt: new Date().toISOString() },
    code: searchParams.get('spapi_oauth_code') ?? '',
    sellingPartnerId: searchParams.get('selling_partner_id') ?? '',
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  return received.consent.consentId;
}

it('a consent that was received and never signalled connects its store all the same', async () => {
  const { id } = storeOf(await api.addStore());
  const consentId = await receiveOnly(id);
  const stopWatch = api.watchStores();
  await eventually(async () => expect(storeOf(await api.get(`/v1/stores/${id}`)).status).toBe('active'), {
    timeoutMs: 20_000,
  });
  await stopWatch();
  expect(await api.records.consents.findConsent(consentId)).toMatchObject({ delivered: true, outcome: 'connected' });
});
