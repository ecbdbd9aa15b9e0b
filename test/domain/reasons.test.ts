import { describe, expect, test } from 'vitest';
import { locales, reason, reasonCodes, reasonText } from '../../domain/reasons.ts';

const params = {
  expected: 'A1',
  actual: 'A2',
  sellerId: 'A1',
  country: 'Canada',
  existing: 'Amazon Store USA',
  name: 'Amazon',
};

describe.each(reasonCodes)('the reason %s', (code) => {
  test.each(locales)('is a whole sentence in %s that leaves no value out', (locale) => {
    const text = reasonText(reason(code, params), locale);
    expect(text).toMatch(/^[A-Z].{20,}\.$/);
    expect(text).not.toContain('undefined');
  });
});

test('a mismatch names both sellers', () => {
  const text = reasonText(reason('seller_mismatch', { expected: 'A1', actual: 'A2' }));
  expect(text).toContain('Seller A2 agreed');
  expect(text).toContain('belongs to seller A1');
});
