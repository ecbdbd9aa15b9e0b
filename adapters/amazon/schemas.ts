import { z } from 'zod';

/** Tokens become header values and form fields: printable, and at most the 2,048 bytes that Amazon documents. */
const token = z.string().regex(/^[\x21-\x7e]{1,2048}$/);

export const exchangedTokens = z.object({ access_token: token, refresh_token: token });
export const refreshedTokens = z.object({ access_token: token });

/** Codes are shown to operators, hence only what looks like a code. */
const errorCode = z.string().regex(/^[\w.-]{1,64}$/);

/** Login with Amazon; the description is left alone because it may quote what was sent. */
export const tokenError = z.object({ error: errorCode });

/** Selling Partner API. */
export const sellingPartnerErrors = z.object({
  errors: z.array(z.object({ code: errorCode, message: z.string().catch(''), details: z.string().catch('') })).min(1),
});

export const marketplaceParticipations = z.object({
  payload: z.array(
    z.object({
      marketplace: z.object({ id: z.string(), countryCode: z.string() }),
      participation: z.object({ isParticipating: z.boolean(), hasSuspendedListings: z.boolean() }),
    }),
  ),
});
