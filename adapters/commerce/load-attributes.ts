import type { CommerceAttribute } from '../../api/ports.ts';
import type { CallCommerce } from './call-commerce.ts';
import { attributePage } from './schemas.ts';

const pageSize = 100;
/** Enough to be quick, little enough not to be felt by a shop. */
const pagesAtOnce = 4;

/** All product attributes, ordered by code. */
export async function loadAttributes(call: CallCommerce): Promise<readonly CommerceAttribute[]> {
  const load = (page: number) =>
    call('products/attributes', attributePage, {
      'searchCriteria[pageSize]': pageSize,
      'searchCriteria[currentPage]': page,
      // Without an order, pages may overlap and leave gaps.
      'searchCriteria[sortOrders][0][field]': 'attribute_code',
      'searchCriteria[sortOrders][0][direction]': 'ASC',
    });
  const first = await load(1);
  const pages = [first];
  const lastPage = Math.ceil(first.total_count / pageSize);
  // Never past the last page: Commerce would answer with the last one again.
  for (let next = 2; next <= lastPage; next += pagesAtOnce) {
    const count = Math.min(pagesAtOnce, lastPage - next + 1);
    pages.push(...(await Promise.all(Array.from({ length: count }, (_, index) => load(next + index)))));
  }
  const byCode = new Map<string, CommerceAttribute>();
  for (const { attribute_code: code, default_frontend_label: label } of pages.flatMap(({ items }) => items))
    byCode.set(code, { code, label: label || code });
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
