import { describe, expect, test } from 'vitest';
import { reason, type Reason, reasonCodes, type ReasonCode } from '../../domain/reasons.ts';
import { locales } from '../../locales/index.ts';
import { reasonText } from '../../locales/reason-text.ts';

const reasons: { readonly [C in ReasonCode]: Reason<C> } = {
  code_expired: reason('code_expired'),
  superseded: reason('superseded'),
  no_refresh_token: reason('no_refresh_token'),
  authorization_unreadable: reason('authorization_unreadable'),
  exchange_interrupted: reason('exchange_interrupted'),
  exchange_timed_out: reason('exchange_timed_out'),
  seller_mismatch: reason('seller_mismatch', { expected: 'A1', actual: 'A2' }),
  store_exists: reason('store_exists', { sellerId: 'A1', country: 'Canada', existing: 'Amazon Store USA' }),
  store_name_taken: reason('store_name_taken', { name: 'Amazon' }),
  not_participating: reason('not_participating', { sellerId: 'A1', country: 'Canada' }),
  account_not_eligible: reason('account_not_eligible'),
  access_denied: reason('access_denied', { sellerId: 'A1', requestId: 'req-1' }),
  authorization_revoked: reason('authorization_revoked', { sellerId: 'A1' }),
  authorization_expired: reason('authorization_expired'),
  disconnected_by_admin: reason('disconnected_by_admin'),
  authorization_lost: reason('authorization_lost'),
};

describe.each(reasonCodes)('the reason %s', (code) => {
  test.each(locales)('is a whole sentence in %s with every parameter', (locale) => {
    const text = reasonText(reasons[code], locale);
    expect(text).toMatch(/^[A-Z].{20,}\.$/);
    expect(text).not.toContain('undefined');
    for (const value of Object.values(reasons[code].params)) expect(text).toContain(value);
  });
});

test('a mismatch names both sellers', () => {
  const text = reasonText(reasons.seller_mismatch, 'en');
  expect(text).toContain('Seller A2 authorized');
  expect(text).toContain('belongs to seller A1');
});

test.each(locales)('a seller that was only claimed owns no store, in %s', (locale) => {
  const own = reasonText(reason('seller_mismatch', { expected: 'A1', actual: 'A2' }), locale);
  const belongs = locale === 'en' ? 'belongs to' : 'hoort bij';
  expect(own).toContain(belongs);
  for (const claimedBy of ['consent', 'file'] as const)
    for (const actual of ['A2', undefined]) {
      const text = reasonText(reason('seller_mismatch', { expected: 'A1', actual, claimedBy }), locale);
      expect(text).toMatch(/^[A-Z].{20,}\.$/);
      expect(text).not.toMatch(/undefined/);
      expect(text).not.toContain(belongs);
      expect(text).toContain('A1');
      if (actual !== undefined) expect(text).toContain(actual);
    }
});

test.each(locales)('a mismatch without the other seller is a whole sentence in %s', (locale) => {
  const text = reasonText(reason('seller_mismatch', { expected: 'A1' }), locale);
  expect(text).toMatch(/^[A-Z].{20,}\.$/);
  expect(text).not.toContain('undefined');
});
