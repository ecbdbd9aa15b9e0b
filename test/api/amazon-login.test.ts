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
  const query = { amazon_callback_uri: callbackUri, amazon_state: 's', selling_partner_id: 'A1EXAMPLE' };
  const login = parseAmazonLogin(query);
  if (!login) throw new Error(callbackUri);
  return login;
};

describe('a callback of Seller Central', () => {
  it.each<[string, Country[]]>([
    ['https://sellercentral.amazon.com/apps/authorize/confirm/x', ['US']],
    ['https://SELLERCENTRAL.amazon.ca:443/apps/authorize/confirm/x', ['CA']],
    ['http://localhost:3100/apps/authorize/confirm/x', ['MX']],
    ['https://sellercentral.amazon.co.uk/apps/authorize/confirm/x', ['GB']],
    ['https://sellercentral.amazon.de/apps/authorize/confirm/x', ['GB']],
    ['https://sellercentral-japan.amazon.com/apps/authorize/confirm/x', []],
    ['https://sellercentral.amazon.com/apps/authorize/confirm/', ['US']],
    ['https://sellercentral.amazon.com/apps/manage', []],
    ['https://sellercentral.amazon.com/apps/authorize/confirm/../../redirect?to=x', []],
    ['https://sellercentral.amazon.com/apps/authorize/confirm/%2e%2e/%2e%2e/redirect', []],
    ['/apps/authorize/consent?x', []],
    ['/apps/authorize/confirm/x?a=b', ['US', 'CA', 'MX', 'GB']],
    ['http://sellercentral.amazon.com/apps/authorize/confirm/x', []],
    ['https://localhost:3100/apps/authorize/confirm/x', []],
    ['https://sellercentral.amazon.com:8443/apps/authorize/confirm/x', []],
    ['https://sellercentral.amazon.com.evil.example/apps/authorize/confirm/x', []],
    ['https://sellercentral.amazon.com@evil.example/apps/authorize/confirm/x', []],
    ['https://user@sellercentral.amazon.com/apps/authorize/confirm/x', []],
    ['//evil.example/apps/authorize/confirm/x', []],
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
    expect(
      confirmUrl(loginOf('https://sellercentral.amazon.ca/apps/authorize/confirm/x'), urls, 'US', begun).host,
    ).toBe('sellercentral.amazon.ca');
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

  const revoked = (country: Country): Store => ({
    ...store(country, 'disconnected'),
    reason: { code: 'authorization_revoked', params: { sellerId: 'A1EXAMPLE' } },
  });

  it.each<[string, Store[], Country[], number]>([
    ['the expired one before one that is due', [store('US', 'renewal_due'), store('MX', 'expired')], ['US'], 1],
    ['the revoked one before one that is due', [store('US', 'renewal_due'), revoked('CA')], ['US'], 1],
    ['the due one, never an active one', [store('US', 'active'), store('CA', 'renewal_due')], ['US'], 1],
    ['of equal need, that of the country it came from', [store('US', 'expired'), store('CA', 'expired')], ['CA'], 1],
    [
      'then the one that ends first',
      [store('US', 'renewal_due'), store('CA', 'renewal_due', '2026-12-01T00:00:00.000Z')],
      ['US', 'CA', 'MX', 'GB'],
      1,
    ],
    ['never one of another region', [store('GB', 'expired'), store('CA', 'renewal_due')], ['US'], 1],
  ])('is %s', (_what, stores, from, expected) => {
    expect(storeToRenew(stores, from)).toBe(stores[expected]);
  });

  it.each<[string, Store]>([
    ['active', store('US', 'active')],
    ['waiting for its first authorization', store('US', 'awaiting_authorization')],
    [
      'disconnected by an admin',
      { ...store('US', 'disconnected'), reason: { code: 'disconnected_by_admin', params: {} } },
    ],
  ])('is none that is %s', (_what, other) => {
    expect(storeToRenew([other], ['US'])).toBeUndefined();
  });

  it('is undefined without a store in the region', () => {
    expect(storeToRenew([store('GB', 'expired')], ['US'])).toBeUndefined();
  });
});
