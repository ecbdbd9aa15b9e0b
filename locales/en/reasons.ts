import type { ReasonMessages } from '../message-types.ts';

/** What is wrong and the one thing to do about it. */
export const reasons: ReasonMessages = {
  code_expired: () =>
    "Amazon's authorization code had expired by the time it was used. Open the new connect link and authorize again.",
  superseded: () => 'A newer consent has taken the place of this one. There is nothing to do.',
  no_refresh_token: () =>
    "Amazon took the authorization code but sent no refresh token, which is a fault of Amazon's. Open the new connect link and authorize again.",
  exchange_interrupted: () =>
    "Amazon's answer to its authorization code was lost before it could be stored, and a code works only once. Open the new connect link and authorize again.",
  exchange_timed_out: () =>
    'Amazon did not exchange its authorization code within the five minutes for which the code is valid. Open the new connect link and authorize again.',
  seller_mismatch: ({ actual, expected, claimedBy }) => {
    const seller = actual ? `Seller ${actual}` : 'Another seller account';
    if (claimedBy === 'file')
      return `${actual ? `The refresh token is of seller ${actual}` : 'The refresh token is of another seller account'}, but the file names seller ${expected}. Correct the seller or the token of the row and import it again.`;
    if (claimedBy === 'consent')
      return `${seller} authorized, but the consent arrived in the name of seller ${expected}. Sign in to Seller Central with the account of this store and open the connect link again.`;
    return `${seller} authorized, but this store belongs to seller ${expected}. Sign in to Seller Central as ${expected} and open the connect link again.`;
  },
  store_exists: ({ sellerId, country, existing }) =>
    `Seller ${sellerId} is already connected for ${country} through the store "${existing}". Use that store, or delete it first.`,
  store_name_taken: ({ name }) => `A store named "${name}" already exists. Choose another name.`,
  not_participating: ({ sellerId, country }) =>
    `Seller ${sellerId} does not sell in ${country}. Register for that marketplace in Seller Central, then connect again.`,
  account_not_eligible: () =>
    'Amazon does not allow this account to authorize applications: only the primary user of a Professional selling account can. Upgrade the selling plan or sign in as that user, then connect again.',
  access_denied: ({ sellerId, requestId }) =>
    `Amazon denies access to the account of seller ${sellerId} (request ID ${requestId}), although the authorization is valid. Check the account and the roles of the application in Seller Central; if both are in order, send the request ID to Amazon's developer support.`,
  authorization_revoked: ({ sellerId }) =>
    `Seller ${sellerId} no longer authorizes our application at Amazon. Connect the store again.`,
  authorization_expired: () =>
    'The authorization expired after a year without renewal. Connect the store again: its settings are kept.',
  disconnected_by_admin: () => 'An administrator disconnected this store. Connect it again to continue.',
  authorization_unreadable: () =>
    'Perennial can no longer read the authorization that it stored; the seller did everything right. Open the new connect link and authorize again.',
  authorization_lost: () =>
    'We restored our data from a backup that is older than this authorization, so we no longer have it. It is our fault, not yours. Open the new connect link and authorize again: the settings are kept.',
};
