import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { createBrowser, problemOf } from './http-client.ts';
import { importOf, rowsOf, sendCsv } from './import-file.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

const shaped = ['A2LV4V6A', 'A2LV4V6AKMD2QHXXXXXX'];
const misshaped = [
  'A2LV4V6',
  'A2LV4V6AKMD2QHXXXXXXX',
  'a2lv4v6akmd2qh',
  'A2LV4V6-KMD2QH',
  'А2LV4V6AKMD2QH',
  '<A2LV4V6AKMD>',
];
const newStore = (sellerId: string) => ({
  ...{ website: 'base', email: 'seller@example.com', name: uniqueName(), country: 'US', sellerId },
});
const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

/** Where a seller id comes in, and whether it was understood there. */
const doors: Readonly<Record<string, (sellerId: string) => Promise<boolean>>> = {
  'a new store': async (sellerId) => {
    const { errors } = problemOf(await api.call('POST', '/v1/stores', newStore(sellerId)));
    // A well-shaped one belongs to no seller that we know.
    return errors?.[0]?.pointer === '/sellerId' && !/capital letters/.test(errors[0].detail);
  },
  'a row of an import': async (sellerId) => {
    const { id } = importOf(await sendCsv(api, [newStore(sellerId)]));
    const { items } = await rowsOf(api, id);
    return items[0]?.problem === undefined;
  },
  'the list of authorizations': async (sellerId) =>
    (await api.get(`/v1/authorizations?${query({ sellerId })}`)).status === 200,
  'the callback': async (sellerId) => {
    const callback = query({ state: 'x', selling_partner_id: sellerId, spapi_oauth_code: 'y' });
    return (await createBrowser().get(`${api.url}/oauth/amazon/callback?${callback}`)).status === 404;
  },
  'the login URI': async (sellerId) => {
    const login = query({
      ...{ amazon_callback_uri: '/apps/authorize/confirm/x', amazon_state: 'x', selling_partner_id: sellerId },
    });
    return (await createBrowser().get(`${api.url}/oauth/amazon/login?${login}`)).status === 403;
  },
};

describe.each(Object.entries(doors))('%s', (_door, understands) => {
  it.each(shaped)('understands %s', async (sellerId) => {
    expect(await understands(sellerId)).toBe(true);
  });

  it.each(misshaped)('refuses %s', async (sellerId) => {
    expect(await understands(sellerId)).toBe(false);
  });
});
