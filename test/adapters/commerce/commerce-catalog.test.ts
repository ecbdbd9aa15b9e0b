import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCommerceCatalog } from '../../../adapters/commerce/commerce-catalog.ts';
import { CommerceUnavailable } from '../../../domain/commerce.ts';
import { credentials, type Reply, type StubCommerce, startStubCommerce } from './stub-commerce.ts';

let stub: StubCommerce;

beforeAll(async () => {
  stub = await startStubCommerce();
});
afterAll(() => stub.stop());
beforeEach(() => {
  stub.requests.length = 0;
});

const catalogOf = (config: Partial<typeof credentials & { baseUrl: string }> = {}, cacheAttributesMs?: number) =>
  createCommerceCatalog({ baseUrl: stub.baseUrl, ...credentials, ...config }, { timeoutMs: 1500, cacheAttributesMs });

/** 250 attributes ordered by code. Like Commerce, it returns the last page for a page past the end. */
function attributesReply(url: URL): Reply {
  const total = 250;
  const size = Number(url.searchParams.get('searchCriteria[pageSize]'));
  const page = Math.min(Number(url.searchParams.get('searchCriteria[currentPage]')), Math.ceil(total / size));
  const codes = Array.from({ length: total }, (_, index) => `attribute_${String(index).padStart(3, '0')}`);
  const items = codes.slice((page - 1) * size, page * size).map((attribute_code, index) => ({
    attribute_id: index,
    attribute_code,
    default_frontend_label: label(attribute_code),
  }));
  return { status: 200, body: { items, search_criteria: {}, total_count: total } };
}

function label(code: string): string | null {
  if (code === 'attribute_249') return 'Barcode (EAN)';
  return code === 'attribute_001' ? null : code.toUpperCase();
}

async function errorOf(call: Promise<unknown>): Promise<CommerceUnavailable> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CommerceUnavailable)) throw new Error(`Not a CommerceUnavailable: ${String(error)}`);
  expect(error.cause).toBeUndefined();
  expect(error.message).not.toMatch(/consumer-secret-1|access-token|consumer-key-1/);
  return error;
}

describe('websites', () => {
  const replies: Readonly<Record<string, unknown>> = {
    '/shop/rest/V1/store/websites': [
      { id: 0, code: 'admin', name: 'Admin', default_group_id: 0 },
      { id: 1, code: 'base', name: 'Main Website', default_group_id: 1 },
      { id: 2, code: 'uk', name: 'United Kingdom', default_group_id: 7 },
      { id: 3, code: 'new', name: 'Without a store', default_group_id: 0 },
    ],
    '/shop/rest/V1/store/storeGroups': [
      { id: 1, website_id: 1, root_category_id: 2, default_store_id: 1, name: 'Main', code: 'main' },
      { id: 7, website_id: 2, root_category_id: 2, default_store_id: 12, name: 'UK', code: 'uk_group' },
    ],
    '/shop/rest/V1/store/storeViews': [
      { id: 1, code: 'default', name: 'Default', website_id: 1, store_group_id: 1, is_active: 1 },
      { id: 11, code: 'uk_cy', name: 'Cymraeg', website_id: 2, store_group_id: 7, is_active: 1 },
      { id: 12, code: 'uk_en', name: 'English', website_id: 2, store_group_id: 7, is_active: 1 },
    ],
  };

  it('are listed without admin, each with its default store view', async () => {
    stub.state.reply = ({ pathname }) => ({ status: 200, body: replies[pathname] });
    expect(await catalogOf().listWebsites()).toEqual([
      { code: 'base', name: 'Main Website', defaultStoreView: 'default' },
      { code: 'uk', name: 'United Kingdom', defaultStoreView: 'uk_en' },
      { code: 'new', name: 'Without a store' },
    ]);
  });

  it('are loaded every time', async () => {
    stub.state.reply = ({ pathname }) => ({ status: 200, body: replies[pathname] });
    const catalog = catalogOf();
    await catalog.listWebsites();
    await catalog.listWebsites();
    expect(stub.requests).toHaveLength(6);
  });
});

describe('attributes', () => {
  beforeEach(() => {
    stub.state.reply = attributesReply;
  });

  it('are read from all pages, with a signature that covers the query', async () => {
    expect(await catalogOf().searchAttributes('', 1000)).toHaveLength(250);
    const pages = stub.requests.map(({ searchParams }) => searchParams.get('searchCriteria[currentPage]'));
    expect(new Set(pages)).toEqual(new Set(['1', '2', '3']));
    expect(pages).toHaveLength(3);
  });

  it('are found by part of their code or label, ignoring case, and ordered by code', async () => {
    const catalog = catalogOf();
    expect(await catalog.searchAttributes(' bARcode', 10)).toEqual([{ code: 'attribute_249', label: 'Barcode (EAN)' }]);
    const matches = await catalog.searchAttributes('BUTE_24', 3);
    expect(matches.map(({ code }) => code)).toEqual(['attribute_240', 'attribute_241', 'attribute_242']);
  });

  it('are found by code; the code stands in for a missing label', async () => {
    const catalog = catalogOf();
    expect(await catalog.findAttribute('attribute_001')).toEqual({ code: 'attribute_001', label: 'attribute_001' });
    expect(await catalog.findAttribute('attribute')).toBeUndefined();
  });

  it('are loaded once for simultaneous callers, and then cached', async () => {
    const catalog = catalogOf();
    await Promise.all([catalog.searchAttributes('a', 1), catalog.findAttribute('x'), catalog.searchAttributes('b', 1)]);
    await catalog.findAttribute('y');
    expect(stub.requests).toHaveLength(3);
  });

  it('are loaded again when the cache has expired', async () => {
    const catalog = catalogOf({}, 0);
    await catalog.findAttribute('x');
    await catalog.findAttribute('x');
    expect(stub.requests).toHaveLength(6);
  });

  it('are loaded again after a failure', async () => {
    const catalog = catalogOf();
    stub.state.reply = () => ({ status: 500 });
    await errorOf(catalog.findAttribute('attribute_001'));
    stub.state.reply = attributesReply;
    expect(await catalog.findAttribute('attribute_001')).toBeDefined();
  });
});

describe('an unusable response', () => {
  it('to a wrong secret is a refusal that names the settings to check', async () => {
    const unavailable = await errorOf(catalogOf({ consumerSecret: 'other' }).listWebsites());
    expect(unavailable.kind).toBe('refused');
    expect(unavailable.message).toContain('with 401 "The signature is invalid. Verify and try again."');
    expect(unavailable.message).toContain('COMMERCE_CONSUMER_SECRET');
  });

  it('is quoted with its parameters, but without our credentials', async () => {
    const message = "The consumer %consumer isn't authorized to access %resources.";
    const parameters = { consumer: 'consumer-key-1', resources: 'Magento_Backend::store' };
    stub.state.reply = () => ({ status: 403, body: { message, parameters } });
    const unavailable = await errorOf(catalogOf().listWebsites());
    expect(unavailable.kind).toBe('refused');
    expect(unavailable.message).toContain("The consumer … isn't authorized to access Magento_Backend::store.");
  });

  it.each<[string, Reply, string]>([
    ['a server error', { status: 503, body: { message: 'Error %1', parameters: ['42'] } }, '503 "Error 42"'],
    ['an HTML page', { status: 200, body: '<html>' }, 'not a response of its REST API'],
    ['another shape', { status: 200, body: [{ id: 'one' }] }, 'not a response of its REST API'],
    ['an unknown path', { status: 404, body: '<html>' }, 'no Commerce REST API at this URL'],
    ['a redirect', { status: 302, headers: { location: 'http://localhost:1/' } }, 'a redirect, which is not followed'],
    ['a body that never ends', { status: 200, stall: true }, 'within 1.5 seconds'],
  ])('such as %s means that Commerce is unreachable', async (_what, reply, part) => {
    stub.state.reply = () => reply;
    const unavailable = await errorOf(catalogOf().listWebsites());
    expect(unavailable.kind).toBe('unreachable');
    expect(unavailable.message).toContain(part);
    expect(unavailable.message).toContain('COMMERCE_BASE_URL');
  });

  it('names the error code of a closed port', async () => {
    const stopped = await startStubCommerce();
    await stopped.stop();
    const unavailable = await errorOf(catalogOf({ baseUrl: stopped.baseUrl }).listWebsites());
    expect(unavailable).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('(ECONNREFUSED)') });
  });
});
