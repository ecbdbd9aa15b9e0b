import { expect, test } from 'vitest';
import { newStore } from '../../api/contract/stores.ts';

const whole = { website: 'base', email: 'seller@example.com', name: 'Amazon Store USA', country: 'US' };
const mistaken = (body: unknown) => newStore.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

test.each([
  ['a whole store', whole, []],
  ['a mapping without its attribute', { ...whole, productIdType: 'asin' }, ['attributeCode']],
  ['an attribute without its mapping', { ...whole, attributeCode: 'asin' }, ['productIdType']],
  [
    'several mistakes, the mapping among them',
    { ...whole, email: 'x', country: 'DE', productIdType: 'asin' },
    ['email', 'country', 'attributeCode'],
  ],
  ['a mapping that cannot be read', { ...whole, productIdType: 'foo', attributeCode: 'asin' }, ['productIdType']],
  ['nothing', {}, ['website', 'email', 'name', 'country']],
])('%s has one mistake for each wrong field', (_name, body, fields) => {
  expect(mistaken(body)).toEqual(fields);
});
