import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSigningKey } from '../../adapters/postgres/access/signing-key.ts';
import { resealAll } from '../../adapters/postgres/sealed-values/reseal-all.ts';
import { createSecretVault, type SealingKey } from '../../adapters/secrets/secret-vault.ts';
import { deriveSigningSecrets } from '../../adapters/secrets/signing-secrets.ts';
import { eventually } from '../setup/eventually.ts';
import { adminToken, type ApiHarness, encryptionKeys, startApiHarness } from './api-harness.ts';
import { createBrowser, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

/** The API as it starts with this key ring, on the same database. */
async function withKeys(keys: readonly SealingKey[], work: (restarted: ApiHarness) => Promise<void>): Promise<void> {
  const signingKey = await loadSigningKey(api.database, createSecretVault(keys));
  const restarted = await startApiHarness({
    worker: false,
    deps: {
      ...api.records,
      signing: async () => deriveSigningSecrets(signingKey, adminToken),
    },
  });
  try {
    await work(restarted);
  } finally {
    await restarted.stop();
  }
}

it('a new encryption key ends no session and no page of a seller, neither when it comes nor when the old one leaves', async () => {
  const operator = createBrowser();
  await operator.post(`${api.url}/sign-in`, { token: adminToken }, { origin: api.url });
  const store = storeOf(await api.addStore());
  const seller = createBrowser();
  const callback = await api.consent(seller, await eventually(() => api.makeLink(store.id)), 'seller@example.com');
  const [outcome = ''] = /\/oauth\/amazon\/outcome\/[^"?]+/.exec((await seller.get(callback)).text) ?? [];
  expect((await seller.stay(new URL(outcome, api.url).href)).text).toContain('Connected');
  // A second seller is between the link and Amazon's answer.
  const other = storeOf(await api.addStore());
  const agreeing = createBrowser();
  const pending = await api.consent(agreeing, await eventually(() => api.makeLink(other.id)), 'seller-2@example.com');

  const newer = { kid: 'k2', key: new Uint8Array(32).fill(8) };
  const ring = [newer, ...encryptionKeys];
  const at = ({ url }: ApiHarness, page: string) => {
    const { pathname, search } = new URL(page, api.url);
    return `${url}${pathname}${search}`;
  };
  const stillWorks = async (restarted: ApiHarness) => {
    expect((await operator.get(`${restarted.url}/v1/stores`)).status).toBe(200);
    expect((await seller.get(at(restarted, outcome))).status).toBe(200);
  };
  await withKeys(ring, async (restarted) => {
    await stillWorks(restarted);
    expect((await agreeing.get(at(restarted, pending))).status).toBeLessThan(400);
  });
  const vault = createSecretVault(ring);
  const report = await resealAll({ database: api.database, vault, keys: ring, notifyOperators: false });
  expect(report.remaining).toEqual([]);
  await withKeys([newer], stillWorks);
});
