import type { FeesEstimateRequest } from './fees-request.ts';
import type { Seller } from './sellers.ts';

/** The items of the simulated catalog; every other ASIN is unknown. */
export const catalogAsins: readonly string[] = ['B00V5DG6IQ', 'B004DI7350'];

const referralRate = 0.15;

/** As Amazon answers it for whatever it cannot estimate; the misspelling is Amazon's. */
const senderError = {
  Type: 'Sender',
  Code: 'InvalidParameterValue',
  Message: 'There is an client-side error. Please verify your inputs.',
  Detail: [],
};

/**
 * Amazon's `FeesEstimateResult`. Its identifier names the token's own seller, whether or not the fees can be estimated.
 * One server stands for the endpoints of all regions, so a marketplace where the seller does not sell is a client
 * error here, where an endpoint of Amazon's would refuse a token of another region.
 */
export function estimateFees(seller: Seller, asin: string, request: FeesEstimateRequest, nowMs: number): object {
  const identifier = {
    MarketplaceId: request.MarketplaceId,
    SellerId: seller.sellingPartnerId,
    IdType: 'ASIN',
    IdValue: asin,
    IsAmazonFulfilled: request.IsAmazonFulfilled,
    PriceToEstimateFees: request.PriceToEstimateFees,
    SellerInputIdentifier: request.Identifier,
    OptionalFulfillmentProgram: request.OptionalFulfillmentProgram ?? undefined,
  };
  const sellsThere = seller.marketplaces.some(({ id }) => id === request.MarketplaceId);
  if (!sellsThere || !catalogAsins.includes(asin)) {
    return { Status: 'ClientError', FeesEstimateIdentifier: identifier, Error: senderError };
  }
  return { Status: 'Success', FeesEstimateIdentifier: identifier, FeesEstimate: referralFeeOf(request, nowMs) };
}

function referralFeeOf({ PriceToEstimateFees: { ListingPrice, Shipping } }: FeesEstimateRequest, nowMs: number) {
  const { CurrencyCode } = ListingPrice;
  const price = ListingPrice.Amount + (Shipping?.Amount ?? 0);
  const fee = { CurrencyCode, Amount: Math.round(price * referralRate * 100) / 100 };
  return {
    TimeOfFeesEstimation: new Date(nowMs).toISOString(),
    TotalFeesEstimate: fee,
    FeeDetailList: [
      { FeeType: 'ReferralFee', FeeAmount: fee, FeePromotion: { CurrencyCode, Amount: 0 }, FinalFee: fee },
    ],
  };
}
