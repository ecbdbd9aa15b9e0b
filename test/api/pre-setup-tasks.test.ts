import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommerceCatalog, CommerceUnavailable, type WebsiteCurrency } from '../../domain/commerce.ts';
import { checkCommerce } from '../../api/pre-setup/check-commerce.ts';
import { messages } from '../../locales/index.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

async function tasks(query = ''): Promise<ReadonlyMap<string, { check: string; done: boolean; detail?: string }>> {
  const { items } = Object((await api.get(`/v1/pre-setup-tasks${query}`)).body);
  return new Map(items.map((item: { task: string }) => [item.task, item]));
}

describe('the pre-setup tasks', () => {
  it('are checked against Commerce where possible, with the result in the language of the reader', async () => {
    const english = await tasks();
    expect([...english.values()].map(({ check }) => check)).toEqual([
      ...['manual', 'manual', 'manual', 'manual'],
      ...['passed', 'passed', 'passed', 'manual'],
    ]);
    expect(english.get('currency')?.detail).toBe(
      'Found: Main Website (USD), Outdoor (USD), United Kingdom (GBP), Wholesale (USD). Conversion rate required: Europe (EUR).',
    );
    expect((await tasks('?lang=nl')).get('currency')).toMatchObject({
      done: true,
      detail:
        'Gevonden: Main Website (USD), Outdoor (USD), United Kingdom (GBP), Wholesale (USD). Wisselkoers nodig: Europe (EUR).',
    });
  });

  it('can be ticked and unticked', async () => {
    await api.call('PUT', '/v1/pre-setup-tasks/cron', { done: true });
    expect((await tasks()).get('cron')).toMatchObject({ done: true, check: 'manual' });
    await api.call('PUT', '/v1/pre-setup-tasks/cron', { done: false });
    expect((await tasks()).get('cron')?.done).toBe(false);
  });
});

describe('the currency', () => {
  const check = async (listCurrencies: CommerceCatalog['listCurrencies']) =>
    (await checkCommerce({ ...api.deps.catalog, listCurrencies })).currency;
  const selling = (...currencies: string[]): WebsiteCurrency[] =>
    currencies.map((currency, index) => ({ website: `Shop ${index}`, currency }));

  it('is missing when no website has the currency of a marketplace', async () => {
    const currency = await check(async () => selling('EUR', 'CHF'));
    expect(currency?.check).toBe('failed');
    expect(currency?.detail?.(messages.en.commerceChecks)).toBe(
      'No website has a base currency that Amazon uses (USD, CAD, MXN, GBP): Shop 0 (EUR), Shop 1 (CHF). Set up a conversion rate.',
    );
    expect(currency?.detail?.(messages.nl.commerceChecks)).toBe(
      'Geen enkele website heeft een basisvaluta van Amazon (USD, CAD, MXN, GBP): Shop 0 (EUR), Shop 1 (CHF). Stel een wisselkoers in.',
    );
    expect(await check(async () => [])).toMatchObject({ check: 'failed' });
  });

  it('names a few of many websites', async () => {
    const many = await check(async () => selling(...Array.from({ length: 40 }, () => 'MXN')));
    const first = 'Shop 0 (MXN), Shop 1 (MXN), Shop 2 (MXN), Shop 3 (MXN), Shop 4 (MXN)';
    expect(many?.detail?.(messages.en.commerceChecks)).toBe(`Found: ${first} and 35 more.`);
    expect(many?.detail?.(messages.nl.commerceChecks)).toBe(`Gevonden: ${first} en nog 35.`);
  });

  it('is unknown when our integration lacks the permission, and the rest is still checked', async () => {
    const refused = async () => Promise.reject(new CommerceUnavailable('refused', 'It may not.'));
    const checks = await checkCommerce({ ...api.deps.catalog, listCurrencies: refused });
    expect([checks.currency?.check, checks.attributes?.check]).toEqual(['unknown', 'passed']);
  });
});
