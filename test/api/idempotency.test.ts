import { expect, it } from 'vitest';
import { bodyHash, idFromIdempotencyKey } from '../../api/http/idempotency.ts';

it('gives an Idempotency-Key the id it has always had', () => {
  expect(idFromIdempotencyKey('store', 'abc')).toBe('d241b2d0-c575-893e-8882-8c553174170e');
  expect(idFromIdempotencyKey('campaign', 'k 2')).toBe('b69ee701-8a29-8544-a86c-df7a83354148');
});

it('gives bodies that differ only in the order of their fields the hash they have always had', () => {
  const hash = 'e87469edabd7280f42a83ae3088d5d35b9f067ab40a2ee6bd79c68407eab7f6a';
  expect(bodyHash({ b: 1, a: { c: [1], d: undefined } })).toBe(hash);
  expect(bodyHash({ a: { c: [1] }, b: 1 })).toBe(hash);
});
