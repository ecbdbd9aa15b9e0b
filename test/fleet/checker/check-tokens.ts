import { type Finding, iso } from './finding.ts';
import { groupBy, type Histories } from './histories.ts';

/**
 * No store is ever used with a token of another seller. The product asks for the participations only with a token that it
 * has proven, so a seller whose token it uses has had a store; a liar never has one.
 */
export function checkTokens({ record }: Histories): Finding[] {
  const owners = new Set([...record.events, ...record.stores].flatMap(({ sellerId }) => sellerId ?? []));
  const foreign = record.requests.filter(({ sellerId }) => sellerId !== undefined && !owners.has(sellerId));
  return [...groupBy(foreign, ({ seller }) => seller)].map(([seller, [first]]) => ({
    rule: 'foreign_token',
    text: `Seller ${seller}: no store belongs to them, and the product used their token from ${iso(first?.atMs ?? 0)} on.`,
  }));
}
