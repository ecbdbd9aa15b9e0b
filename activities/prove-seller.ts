import { log } from '@temporalio/activity';
import type { Repositories } from '../adapters/postgres/index.ts';
import { type Country, marketplaces } from '../domain/marketplaces.ts';
import { reason, type Reason, type SellerClaim } from '../domain/reasons.ts';
import type { SellerProof } from '../domain/seller-proof.ts';
import type { Alarms } from './alarms.ts';
import type { AmazonSeller, Participation, SellerRefusal } from './ports.ts';
import { refusalReason } from './refusals.ts';

/** Any one of them permits the fees estimate; a channel that lists products has one. */
export const roles =
  'Product Listing, Pricing, Inventory and Order Tracking, Amazon Fulfillment, Finance and Accounting';

export interface ProveSellerDeps {
  readonly amazon: AmazonSeller;
  readonly alarms: Pick<Alarms, 'open' | 'close'>;
  readonly authorizations: Pick<Repositories['authorizations'], 'isAnyClaimed'>;
}

export interface TokenToProve {
  /** Decrypted, like `previousToken`. */
  readonly refreshToken: string;
  readonly country: Country;
  /** The seller that the callback, the file or the store claims. */
  readonly sellerId: string;
  /** The store's own seller, where it has one. */
  readonly expectedSellerId?: string;
  /** Where `sellerId` comes from, unless it is that of the store. */
  readonly claimedBy?: SellerClaim;
  /** Of the authorization that would be replaced. */
  readonly previousToken?: string;
}

export type ProofResult =
  | { readonly outcome: 'accepted'; readonly sellerProof: SellerProof }
  /** `refusal`: absent when Amazon answered that it is another seller. */
  | { readonly outcome: 'refused'; readonly reason: Reason; readonly refusal?: SellerRefusal };

/**
 * Whose token it is. Amazon's answer decides; where our application lacks the role, the account is compared with that of
 * the previous token, and operators are alarmed. Throws `AmazonFault` while Amazon gives no answer.
 */
export async function proveSeller(deps: ProveSellerDeps, token: TokenToProve): Promise<ProofResult> {
  const { refreshToken, country, sellerId, expectedSellerId = sellerId } = token;
  const answer = await deps.amazon.identifySeller(refreshToken, country);
  if (answer.kind === 'role_missing') return compareAccounts(deps, token);
  if (answer.kind !== 'identified') return refusedByAmazon(answer, sellerId);
  await logFailure(closeUnlessClaimed(deps, token));
  if (answer.sellerId !== sellerId || answer.sellerId !== expectedSellerId)
    return refused(sellerMismatch(token, answer.sellerId));
  return { outcome: 'accepted', sellerProof: 'proven' };
}

/** One seller whom Amazon proves says nothing about others, whose authorizations may be older than the role. */
export async function closeUnlessClaimed(
  { alarms, authorizations }: Pick<ProveSellerDeps, 'authorizations'> & { readonly alarms: Pick<Alarms, 'close'> },
  proven?: { readonly sellerId: string; readonly country: Country },
): Promise<void> {
  if (!(await authorizations.isAnyClaimed(proven))) await alarms.close('seller_unproven');
}

async function compareAccounts({ amazon, alarms }: ProveSellerDeps, token: TokenToProve): Promise<ProofResult> {
  const { refreshToken, previousToken, country, sellerId, expectedSellerId = sellerId } = token;
  const mismatch = sellerMismatch(token);
  if (sellerId !== expectedSellerId) return refused(mismatch);
  const { region } = marketplaces[country];
  const current = await amazon.listParticipations(refreshToken, region);
  // The refusal of the estimate was not about a role after all.
  if (current.kind !== 'participations') return refusedByAmazon(current, sellerId);
  await logFailure(alarms.open({ kind: 'seller_unproven', params: { roles } }));
  if (previousToken === undefined) return { outcome: 'accepted', sellerProof: 'claimed' };

  const previous = await amazon.listParticipations(previousToken, region);
  if (previous.kind === 'token_refused') return refusedByAmazon(previous, sellerId);
  // An authorization that has ended cannot be compared with.
  if (previous.kind !== 'participations') return { outcome: 'accepted', sellerProof: 'claimed' };
  if (hasOtherStoreName(previous.participations, current.participations)) return refused(mismatch);
  const [before, after] = await Promise.all([
    amazon.describeAccount(previousToken, region),
    amazon.describeAccount(refreshToken, region),
  ]);
  if (before.kind === 'token_refused') return refusedByAmazon(before, sellerId);
  if (after.kind === 'token_refused') return refusedByAmazon(after, sellerId);
  const isOther = before.kind === 'account' && after.kind === 'account' && before.name !== after.name;
  return isOther ? refused(mismatch) : { outcome: 'accepted', sellerProof: 'claimed' };
}

function sellerMismatch({ sellerId, expectedSellerId, claimedBy }: TokenToProve, actual?: string): Reason {
  const isClaimed = expectedSellerId === undefined && claimedBy !== undefined;
  return reason('seller_mismatch', {
    expected: expectedSellerId ?? sellerId,
    ...(actual !== undefined && { actual }),
    ...(isClaimed && { claimedBy }),
  });
}

function hasOtherStoreName(before: readonly Participation[], after: readonly Participation[]): boolean {
  const names = new Map(before.map(({ marketplaceId, storeName }) => [marketplaceId, storeName]));
  return after.some(({ marketplaceId, storeName }) => {
    const previous = names.get(marketplaceId);
    return previous !== undefined && storeName !== undefined && previous !== storeName;
  });
}

function refused(why: Reason): ProofResult {
  return { outcome: 'refused', reason: why };
}

function refusedByAmazon(refusal: SellerRefusal, sellerId: string): ProofResult {
  return { outcome: 'refused', reason: refusalReason(refusal, sellerId), refusal };
}

/** Amazon's answer must not get lost because the alarm could not be recorded; the next proof records it. */
async function logFailure(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => log.warn('Recording an alarm failed', { error }));
}
