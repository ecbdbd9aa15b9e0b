import { z } from 'zod';
import { findMarketplace } from './marketplaces.ts';
import { invalidInput } from './sp-api-refusal.ts';
import type { Refusal } from './sp-api-refusal.ts';

const moneySchema = z.object({ CurrencyCode: z.string().regex(/^[A-Z]{3}$/), Amount: z.number().min(0) });

const requestSchema = z.object({
  MarketplaceId: z.string(),
  IsAmazonFulfilled: z.boolean().default(false),
  PriceToEstimateFees: z.object({
    ListingPrice: moneySchema,
    Shipping: moneySchema.nullish(),
    Points: z.object({ PointsNumber: z.int().min(0), PointsMonetaryValue: moneySchema.optional() }).nullish(),
  }),
  /** The caller's own, which comes back as `SellerInputIdentifier`. */
  Identifier: z.string().min(1),
  OptionalFulfillmentProgram: z.enum(['FBA_CORE', 'FBA_SNL', 'FBA_EFN']).nullish(),
});
export type FeesEstimateRequest = z.infer<typeof requestSchema>;

const bodySchema = z.object({ FeesEstimateRequest: requestSchema });

/** Amazon's `GetMyFeesEstimateRequest`. A field that it does not know is ignored. */
export function readFeesRequest(body: unknown): FeesEstimateRequest | Refusal {
  const result = bodySchema.safeParse(body);
  if (!result.success) {
    const field = result.error.issues[0]?.path.join('.') ?? '';
    return invalidInput(field === '' ? 'The body has to be a JSON object.' : `${field} is missing or invalid.`);
  }
  const request = result.data.FeesEstimateRequest;
  return findMarketplace(request.MarketplaceId) ? request : invalidInput('', 'Incorrect Marketplace identifier.');
}
