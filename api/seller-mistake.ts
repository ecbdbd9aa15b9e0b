import { marketplaces } from '../domain/marketplaces.ts';
import type { SellerAuthorizations, StoreRequest } from './ports.ts';
import type { FieldError } from './problems.ts';

/** What is wrong with reusing the authorization of the request's seller, if anything. */
export async function sellerMistake(
  authorizations: SellerAuthorizations,
  { sellerId, country }: Pick<StoreRequest, 'sellerId' | 'country'>,
): Promise<FieldError | undefined> {
  if (sellerId === undefined) return undefined;
  const { region, name } = marketplaces[country];
  const known = await authorizations.listAuthorizations(sellerId);
  if (known.some((each) => each.region === region)) return undefined;
  const detail = `Seller ${sellerId} has no authorization in force that covers ${name}. Leave sellerId out and let the seller agree by a connect link; GET /v1/authorizations lists what can be used.`;
  return { pointer: '/sellerId', detail };
}
