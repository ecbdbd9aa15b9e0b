import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCommerceCatalog } from '../../../adapters/commerce/commerce-catalog.ts';
import { type RunningSimulators, startSimulators } from '../../../simulators/start-simulators.ts';

const credentials = { consumerKey: 'key', consumerSecret: 's/1', accessToken: 'token', accessTokenSecret: 's+2' };

let dataDir: string;
let simulators: RunningSimulators;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'perennial-commerce-'));
  simulators = await startSimulators({
    dataDir,
    callbackUrl: 'http://localhost:3000/oauth/amazon/callback',
    amazon: { applicationId: 'application', clientId: 'client', clientSecret: 'secret' },
    commerce: credentials,
  });
});
afterAll(async () => {
  await simulators.close();
  await rm(dataDir, { recursive: true });
});

const catalogOf = (config: Partial<typeof credentials> = {}) =>
  createCommerceCatalog({ baseUrl: simulators.url, ...credentials, ...config });

it('lists the websites without admin, each with its default store view', async () => {
  const websites = await catalogOf().listWebsites();
  expect(websites.length).toBeGreaterThan(0);
  expect(websites.map(({ code }) => code)).not.toContain('admin');
  for (const { defaultStoreView } of websites) expect(defaultStoreView).toBeTruthy();
});

it('lists the base currency of every website', async () => {
  const currencies = await catalogOf().listCurrencies();
  expect(currencies).toContainEqual({ website: 'Main Website', currency: 'USD' });
  expect(currencies).toContainEqual({ website: 'Europe', currency: 'EUR' });
  expect(currencies).toHaveLength((await catalogOf().listWebsites()).length);
});

it('reads every page of more than 200 attributes', async () => {
  const attributes = await catalogOf().searchAttributes('', 10_000);
  expect(attributes.length).toBeGreaterThan(200);
  const last = attributes.at(-1)?.code ?? '';
  expect(await catalogOf().findAttribute(last)).toEqual(attributes.at(-1));
});

it.each(['consumerSecret', 'accessTokenSecret', 'accessToken'])('is refused with a wrong %s', async (name) => {
  const catalog = catalogOf({ [name]: 'wrong' });
  await expect(catalog.listWebsites()).rejects.toMatchObject({ name: 'CommerceUnavailable', kind: 'refused' });
});
