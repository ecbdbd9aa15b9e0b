import type { CommerceAttribute } from '../../domain/commerce.ts';
import type { CallCommerce } from './call-commerce.ts';
import { attributePage } from './schemas.ts';

const pageSize = 100;
/** Fast enough, without a noticeable load on the shop. */
const maxConcurrentPages = 4;

/** All product attributes, ordered by code. */
export async function loadAttributes(call: CallCommerce): Promise<readonly CommerceAttribute[]> {
  const load = (page: number) =>
    call('products/attributes', attributePage, {
      'searchCriteria[pageSize]': pageSize,
      'searchCriteria[currentPage]': page,
      // Unsorted pages may overlap and leave gaps.
      'searchCriteria[sortOrders][0][field]': 'attribute_code',
      'searchCriteria[sortOrders][0][direction]': 'ASC',
    });
  const first = await load(1);
  const pages = [first];
  const lastPage = Math.ceil(first.total_count / pageSize);
  // Past the last page Commerce returns the last one again.
  for (let next = 2; next <= lastPage; next += maxConcurrentPages) {
    const count = Math.min(maxConcurrentPages, lastPage - next + 1);
    pages.push(...(await Promise.all(Array.from({ length: count }, (_, index) => load(next + index)))));
  }
  const byCode = new Map<string, CommerceAttribute>();
  for (const { attribute_code: code, default_frontend_label: label } of pages.flatMap(({ items }) => items))
    byCode.set(code, { code, label: label || code });
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
