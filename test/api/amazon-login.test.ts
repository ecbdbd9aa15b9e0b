import { describe, expect, it } from 'vitest';
import { confirmUrl, allowedCountries, parseAmazonLogin, storeToRenew } from '../../api/consents/amazon-login.ts';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import type { Country } from '../../domain/marketplaces.ts';
import type { StoreStatus } from '../../domain/store-status.ts';

const urls: Readonly<Record<Country, string>> = {
  US: 'https://sellercentral.amazon.com',
  CA: 'https://sellercentral.amazon.ca',
  MX: 'http://localhost:3100',
  GB: 'https://sellercentral-europe.amazon.com',
};
const loginOf = (callbackUri: string) => {
  const query = { amazon_callback_uri: callbackUri, amazon_state: 's', selling_partner_id: 'A1' };
  const login = parseAmazonLogin(query);
  if (!login) throw new Error(callbackUri);
  return login;
};

describe('a callback of Seller Central', () => {
  it.each<[string, Country[]]>([
    ['https://sellercentral.amazon.com/apps/authorize/confirm/x', ['US']],
    ['https://SELLERCENTRAL.amazon.ca:443/x', ['CA']],
    ['http://localhost:3100/x', ['MX']],
    ['/apps/authorize/confirm/x?a=b', ['US', 'CA', 'MX', 'GB']],
    ['http://sellercentral.amazon.com/x', []],
    ['https://localhost:3100/x', []],
    ['https://sellercentral.amazon.com:8443/x', []],
    ['https://sellercentral.amazon.com.evil.example/x', []],
    ['https://sellercentral.amazon.com@evil.example/x', []],
    ['https://user@sellercentral.amazon.com/x', []],
    ['//evil.example/x', []],
    ['/\\evil.example/x', []],
    ['\\\\evil.example/x', []],
    ['javascript:alert(1)', []],
    ['https://', []],
  ])('belongs to the countries of exactly its origin: %s', (uri, countries) => {
    expect(allowedCountries(loginOf(uri), urls)).toEqual(countries);
  });

  it('is resolved against the Seller Central of the store when it is a path, and keeps its parameters', () => {
    const begun = { state: 'st', redirectUri: 'https://us.example/oauth/amazon/callback' };
    const relative = confirmUrl(loginOf('/apps/authorize/confirm/x?a=b&state=theirs'), urls, 'GB', begun);
    expect(relative.origin + relative.pathname).toBe(
      'https://sellercentral-europe.amazon.com/apps/authorize/confirm/x',
    );
    expect(Object.fromEntries(relative.searchParams)).toEqual({
      a: 'b',
      amazon_state: 's',
      state: 'st',
      redirect_uri: begun.redirectUri,
    });
    expect(confirmUrl(loginOf('https://sellercentral.amazon.ca/x'), urls, 'US', begun).host).toBe(
      'sellercentral.amazon.ca',
    );
  });
});

describe('the store that a login from Seller Central renews', () => {
  const store = (country: Country, status: StoreStatus, expiresAt = '2027-01-01T00:00:00.000Z'): Store => ({
    id: `${country}-${status}-${expiresAt}`,
    website: 'base',
    email: 'a@example.com',
    name: 'Store',
    country,
    status,
    statusSince: '2026-01-01T00:00:00.000Z',
    enabled: true,
    setUp: true,
    expiresAt,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });

  it.each<[string, Store[], Country[], number]>([
    ['the expired one before one that is due', [store('US', 'renewal_due'), store('MX', 'expired')], ['US'], 1],
    ['the disconnected one before an active one', [store('US', 'active'), store('CA', 'disconnected')], ['US'], 1],
    ['the due one before an active one', [store('US', 'active'), store('CA', 'renewal_due')], ['US'], 1],
    ['of equal need, that of the country it came from', [store('US', 'active'), store('CA', 'active')], ['CA'], 1],
    [
      'then the one that ends first',
      [store('US', 'active'), store('CA', 'active', '2026-12-01T00:00:00.000Z')],
      ['US', 'CA', 'MX', 'GB'],
      1,
    ],
    ['never one of another region', [store('GB', 'expired'), store('CA', 'active')], ['US'], 1],
  ])('is %s', (_what, stores, from, expected) => {
    expect(storeToRenew(stores, from)).toBe(stores[expected]);
  });

  it('is undefined without a store in the region', () => {
    expect(storeToRenew([store('GB', 'expired')], ['US'])).toBeUndefined();
  });
});
