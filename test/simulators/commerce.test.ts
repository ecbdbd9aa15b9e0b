import { createHmac, randomUUID } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commerce, read, startWorld } from './simulation-fixture.ts';
import type { Answer, World } from './simulation-fixture.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ now: Date.now });
});
afterAll(() => world.end());

const encode = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface Signing {
  readonly nonce?: string;
  readonly timestamp?: number;
  readonly tokenSecret?: string;
  readonly consumerKey?: string;
  readonly token?: string;
  readonly method?: string;
  /** Sends this path instead of the signed one. */
  readonly sentPath?: string;
}

/** An OAuth 1.0a signature written for the test, independent of the simulator's own. */
async function get(path: string, signing: Signing = {}): Promise<Answer> {
  const signed = new URL(world.url + path);
  const oauth = {
    oauth_consumer_key: signing.consumerKey ?? commerce.consumerKey,
    oauth_nonce: signing.nonce ?? randomUUID(),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(signing.timestamp ?? Math.floor(Date.now() / 1000)),
    oauth_token: signing.token ?? commerce.accessToken,
    oauth_version: '1.0',
  };
  const parameters = [...signed.searchParams, ...Object.entries(oauth)]
    .map((pair) => pair.map(encode).join('='))
    .toSorted();
  const base = [signing.method ?? 'GET', signed.origin + signed.pathname, parameters.join('&')].map(encode).join('&');
  const key = [commerce.consumerSecret, signing.tokenSecret ?? commerce.accessTokenSecret].map(encode).join('&');
  const header = { ...oauth, oauth_signature: createHmac('sha256', key).update(base).digest('base64') };
  const authorization = `OAuth ${Object.entries(header)
    .map(([name, value]) => `${name}="${encode(value)}"`)
    .join(', ')}`;
  return read(await fetch(world.url + (signing.sentPath ?? path), { headers: { authorization } }));
}

const websitesPath = '/rest/V1/store/websites';
const search = (criteria: Record<string, string>): string => {
  const query = Object.entries(criteria).map(([path, value]) => `searchCriteria${path}=${encodeURIComponent(value)}`);
  return `/rest/V1/products/attributes?${query.join('&')}`;
};
const codesOf = ({ body }: Answer): unknown[] => itemsOf(body).map((item) => Reflect.get(item, 'attribute_code'));

function itemsOf(body: unknown): object[] {
  const items: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'items') : undefined;
  return Array.isArray(items) ? items.filter((item) => typeof item === 'object' && item !== null) : [];
}

test('tells the settings of every store view but that of admin, as Commerce does', async () => {
  const { body } = await get('/rest/V1/store/storeConfigs');
  expect(body).toContainEqual(
    expect.objectContaining({ code: 'eu_nl', website_id: 3, base_currency_code: 'EUR', locale: 'nl_NL' }),
  );
  expect(JSON.stringify(body)).not.toContain('"admin"');
});

describe('OAuth 1.0a', () => {
  test('lets a rightly signed request through', async () => {
    const { status, body } = await get(websitesPath);
    expect(status).toBe(200);
    expect(body).toContainEqual({ id: 1, code: 'base', name: 'Main Website', default_group_id: 1 });
    expect(body).toContainEqual(expect.objectContaining({ id: 0, code: 'admin' }));
  });

  test('accepts the signature of another library, with a query too', async () => {
    const url =
      world.url +
      search({
        '[pageSize]': '2',
        '[filter_groups][0][filters][0][field]': 'attribute_code',
        '[filter_groups][0][filters][0][value]': '%a sin%',
        '[filter_groups][0][filters][0][condition_type]': 'like',
      });
    const signer = new OAuth({
      consumer: { key: commerce.consumerKey, secret: commerce.consumerSecret },
      signature_method: 'HMAC-SHA256',
      hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
    });
    const token = { key: commerce.accessToken, secret: commerce.accessTokenSecret };
    const { Authorization } = signer.toHeader(signer.authorize({ method: 'GET', url }, token));
    expect((await fetch(url, { headers: { Authorization } })).status).toBe(200);
  });

  test.each<[string, Signing]>([
    ['another token secret', { tokenSecret: 'wrong' }],
    ['another consumer', { consumerKey: 'wrong' }],
    ['another token', { token: 'wrong' }],
    ['a signature of another method', { method: 'POST' }],
    ['a signature of another query', { sentPath: `${websitesPath}?a=1` }],
    ['a signature of another path', { sentPath: '/rest/V1/store/storeViews' }],
    ['a moment six minutes ago', { timestamp: Math.floor(Date.now() / 1000) - 360 }],
    ['a moment six minutes ahead', { timestamp: Math.floor(Date.now() / 1000) + 360 }],
  ])('refuses %s', async (_case, signing) => {
    const { status, body } = await get(websitesPath, signing);
    expect(status).toBe(401);
    expect(body).toEqual({ message: expect.any(String) });
  });

  test('refuses a nonce that was used', async () => {
    const nonce = randomUUID();
    expect((await get(websitesPath, { nonce, tokenSecret: 'wrong' })).status).toBe(401);
    expect((await get(websitesPath, { nonce })).status).toBe(200);
    const again = await get(websitesPath, { nonce });
    expect([again.status, again.body]).toEqual([
      401,
      { message: 'The nonce is already being used by the consumer with ID 1.' },
    ]);
  });

  test('treats a bearer token, or none, as anonymous', async () => {
    const signedInAs: Record<string, string>[] = [{}, { authorization: `Bearer ${commerce.accessToken}` }];
    for (const headers of signedInAs) {
      const { status, body } = await read(await fetch(world.url + websitesPath, { headers }));
      expect([status, body]).toEqual([
        401,
        {
          message: "The consumer isn't authorized to access %resources.",
          parameters: { resources: 'Magento_Backend::store' },
        },
      ]);
    }
  });
});

describe('stores', () => {
  test("lead from a website to its default view, by its group, under every store's address", async () => {
    const groups = await get('/rest/all/V1/store/storeGroups');
    expect(groups.body).toContainEqual(
      expect.objectContaining({ id: 3, website_id: 3, code: 'eu_store', default_store_id: 4 }),
    );
    const views = await get('/rest/default/V1/store/storeViews');
    expect(views.body).toContainEqual(
      expect.objectContaining({ id: 4, code: 'eu_en', website_id: 3, store_group_id: 3 }),
    );
  });

  test('answers 404 for a store or route that does not exist', async () => {
    expect((await get('/rest/nowhere/V1/store/websites')).status).toBe(404);
    expect(await get('/rest/V1/orders')).toMatchObject({
      status: 404,
      body: { message: 'Request does not match any route.' },
    });
  });
});

describe('attributes', () => {
  const sorted = { '[sortOrders][0][field]': 'attribute_code', '[sortOrders][0][direction]': 'ASC' };

  test('come in pages that together hold each of over 200 once', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => get(search({ '[pageSize]': '100', '[currentPage]': String(page), ...sorted }))),
    );
    const codes = pages.flatMap(codesOf).map(String);
    expect(codes.length).toBeGreaterThan(200);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(codes.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(pages[0]?.body).toMatchObject({
      total_count: codes.length,
      search_criteria: { page_size: 100, current_page: 1 },
    });
    expect(codes).toEqual(expect.arrayContaining(['asin', 'ean', 'isbn', 'upc', 'gcid', 'amazon_condition']));
    const behind = await get(search({ '[pageSize]': '100', '[currentPage]': '9', ...sorted }));
    expect(codesOf(behind)).toEqual(codesOf(pages[2] ?? behind));
  });

  test('are filtered by like and eq, with groups that all have to hold', async () => {
    const filter = (group: number, index: number, field: string, value: string, condition: string) => ({
      [`[filter_groups][${group}][filters][${index}][field]`]: field,
      [`[filter_groups][${group}][filters][${index}][value]`]: value,
      [`[filter_groups][${group}][filters][${index}][condition_type]`]: condition,
    });
    const either = await get(
      search({
        ...filter(0, 0, 'attribute_code', '%asin%', 'like'),
        ...filter(0, 1, 'default_frontend_label', 'ean', 'like'),
        ...sorted,
      }),
    );
    expect(codesOf(either)).toEqual(['amazon_asin_uk', 'amazon_asin_us', 'asin', 'ean']);
    const both = await get(
      search({
        ...filter(0, 0, 'attribute_code', 'amazon%', 'like'),
        ...filter(1, 0, 'frontend_input', 'select', 'eq'),
        ...sorted,
      }),
    );
    expect(codesOf(both)).toEqual(['amazon_condition', 'amazon_fulfilled_by']);
    expect(codesOf(await get(search(filter(0, 0, 'attribute_code', 'a.in', 'like'))))).toEqual([]);
  });

  test.each([
    ['no search criteria', '/rest/V1/products/attributes', { fieldName: 'searchCriteria' }],
    ['a page size in words', search({ '[pageSize]': 'many' }), { value: 'many', type: 'int' }],
    [
      'a field that does not exist',
      search({ '[filter_groups][0][filters][0][field]': 'colour' }),
      { fieldName: 'colour' },
    ],
  ])('refuse %s with 400', async (_case, path, parameters) => {
    expect(await get(path)).toMatchObject({ status: 400, body: { message: expect.any(String), parameters } });
  });
});

test('fails on demand: outage, unauthorized, slow', async () => {
  await world.fault({ kind: 'commerce_outage', count: 1 });
  await world.fault({ kind: 'commerce_unauthorized', count: 1 });
  await world.fault({ kind: 'commerce_slow', count: 2, ms: 200 });
  expect((await get(websitesPath)).status).toBe(503);
  const startedAtMs = performance.now();
  expect(await get(websitesPath)).toMatchObject({
    status: 401,
    body: { parameters: { resources: 'Magento_Backend::store' } },
  });
  expect(performance.now() - startedAtMs).toBeGreaterThan(190);
  expect((await get(websitesPath)).status).toBe(200);
});
