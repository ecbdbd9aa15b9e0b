import { z } from 'zod';
import { sellerIdPattern } from '../../domain/seller-proof.ts';

/** Printable, because tokens are sent in headers and forms; Amazon documents at most 2,048 bytes. */
const token = z.string().regex(/^[\x21-\x7e]{1,2048}$/);

/** Amazon has at times exchanged a code for an access token alone. */
export const exchangedTokens = z.object({ access_token: token, refresh_token: token.optional() });
export const refreshedTokens = z.object({ access_token: token });

/** Shown to operators, so only text in the format of a code is accepted. */
const errorCode = z.string().regex(/^[\w.-]{1,64}$/);

/** Of Login with Amazon. The description is not read, because it may quote the request. */
export const tokenError = z.object({ error: errorCode });

/** Of the Selling Partner API. */
export const sellingPartnerErrors = z.object({
  errors: z.array(z.object({ code: errorCode, message: z.string().catch(''), details: z.string().catch('') })).min(1),
});

export const marketplaceParticipations = z.object({
  payload: z.array(
    z.object({
      marketplace: z.object({ id: z.string(), countryCode: z.string() }),
      storeName: z.string().optional(),
      participation: z.object({ isParticipating: z.boolean(), hasSuspendedListings: z.boolean() }),
    }),
  ),
});

/** The identifier is present whether or not the fees could be estimated. */
export const feesEstimate = z.object({
  payload: z.object({
    FeesEstimateResult: z.object({ FeesEstimateIdentifier: z.object({ SellerId: z.string().regex(sellerIdPattern) }) }),
  }),
});

export const sellerAccount = z.object({
  payload: z.object({
    sellingPlan: z.string(),
    business: z.object({ name: z.string() }).optional(),
  }),
});
