/**
 * How it is known whose an authorization is: `proven` by Amazon's answer to its token, or only `claimed` by the callback,
 * because our application lacks every role with which Amazon says it.
 */
export const sellerProofs = ['proven', 'claimed'] as const;
export type SellerProof = (typeof sellerProofs)[number];

/** Amazon's ids of sellers. A value of another shape never comes from Amazon. */
export const sellerIdPattern = /^[A-Z0-9]{8,20}$/;
