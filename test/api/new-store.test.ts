import { expect, test } from 'vitest';
import { newStore } from '../../api/contract/store-settings.ts';

const valid = { website: 'base', email: 'seller@example.com', name: 'Amazon Store USA', country: 'US' };
const invalidFields = (body: unknown) => newStore.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

test.each([
  ['a valid store', valid, []],
  ['a mapping without its attribute', { ...valid, productIdType: 'asin' }, ['attributeCode']],
  ['an attribute without its mapping', { ...valid, attributeCode: 'asin' }, ['productIdType']],
  [
    'several errors, the mapping among them',
    { ...valid, email: 'x', country: 'DE', productIdType: 'asin' },
    ['email', 'country', 'attributeCode'],
  ],
  ['an unknown mapping', { ...valid, productIdType: 'foo', attributeCode: 'asin' }, ['productIdType']],
  ['nothing', {}, ['website', 'email', 'name', 'country']],
])('%s has one error per invalid field', (_name, body, fields) => {
  expect(invalidFields(body)).toEqual(fields);
});
