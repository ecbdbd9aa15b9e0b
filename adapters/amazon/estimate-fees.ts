import { marketplaces, type Country } from '../../domain/marketplaces.ts';
import { type AmazonResponse, callAmazon } from './call-amazon.ts';
import { sellingPartnerErrors } from './schemas.ts';

interface FeesCall {
  readonly spapiUrl: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly accessToken: string;
  readonly country: Country;
}

/** Whatever the item, the estimate names the token's own seller; of an unknown one it is a `ClientError`. */
const asin = 'B004DI7350';

/**
 * `getMyFeesEstimateForASIN`, the one widely permitted call that names the seller of an access token.
 * https://developer-docs.amazon.com/sp-api/docs/product-fees-api-v0-reference
 */
export function requestFeesEstimate(call: FeesCall): Promise<AmazonResponse> {
  const { spapiUrl, userAgent, timeoutMs, accessToken, country } = call;
  const { marketplaceId, currency } = marketplaces[country];
  const request = {
    MarketplaceId: marketplaceId,
    IsAmazonFulfilled: false,
    PriceToEstimateFees: { ListingPrice: { CurrencyCode: currency, Amount: 10 } },
    Identifier: 'perennial',
  };
  return callAmazon({
    url: `${spapiUrl}/products/fees/v0/items/${asin}/feesEstimate`,
    request: {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': userAgent,
        'x-amz-access-token': accessToken,
      },
      body: JSON.stringify({ FeesEstimateRequest: request }),
    },
    timeoutMs,
  });
}

/** A 403 in Amazon's own format that says nothing about a token or a secret: our application lacks the role. */
export function isRoleMissing(response: AmazonResponse): boolean {
  if (response.status !== 403) return false;
  const parsed = sellingPartnerErrors.safeParse(response.body);
  const [first] = parsed.data?.errors ?? [];
  return first !== undefined && !/token|LWA secret/i.test(`${first.message} ${first.details}`);
}
