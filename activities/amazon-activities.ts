import { activityInfo } from '@temporalio/activity';
import type { UsableAuthorization } from '../adapters/postgres/authorizations/load-authorization.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { type Country, marketplaces } from '../domain/marketplaces.ts';
import { reason, type Reason } from '../domain/reasons.ts';
import { reusedConsent } from '../domain/connection-attempts.ts';
import { callAmazon, type TimelineDeps } from './call-amazon.ts';
import type { AmazonActivities, Refused } from './contract.ts';
import { exchangeAuthorizationCode } from './exchange-code.ts';
import { FleetSample, type FleetSampleDeps } from './fleet-sample.ts';
import { AmazonFault, type SellerRefusal } from './ports.ts';
import { proveSeller, type ProveSellerDeps } from './prove-seller.ts';
import { reproveSeller } from './reprove-seller.ts';
import { isBelieved, refusalFault, refusalReason, refuseUnreadable } from './refusals.ts';
import { toApplicationFailure } from './to-application-failure.ts';

export interface AmazonActivityDeps extends FleetSampleDeps, TimelineDeps {
  readonly alarms: FleetSampleDeps['alarms'] & ProveSellerDeps['alarms'];
  readonly consents: Pick<Repositories['consents'], 'loadConsent' | 'saveRefreshToken' | 'saveVerification'>;
  readonly authorizations: FleetSampleDeps['authorizations'] &
    Pick<Repositories['authorizations'], 'loadAuthorization' | 'loadReusableAuthorization' | 'loadPreviousToken'>;
  readonly stores: Pick<Repositories['stores'], 'addTimelineEntry'>;
}

/** Who calls Amazon, and for what: `occasion` makes the timeline name a fault once, however often it is retried. */
interface SellerCall {
  readonly storeId: string;
  readonly occasion: string;
  readonly refreshToken: string;
  readonly country: Country;
  readonly sellerId: string;
  /** False for the token of a consent that is being verified. */
  readonly isInForce: boolean;
}

type ParticipationCheck =
  | { readonly outcome: 'connected'; readonly suspendedListings: boolean; readonly accountName?: string }
  /** `refusal`: absent when Amazon answered that the seller does not take part. */
  | { readonly outcome: 'failing'; readonly reason: Reason; readonly refusal?: SellerRefusal };

/** The calls to Amazon. Secrets are read from the database and written to it; they never reach a workflow. */
export function createAmazonActivities(deps: AmazonActivityDeps): AmazonActivities {
  const fleet = new FleetSample(deps);
  return {
    exchangeAuthorizationCode: (consentId) => refuseUnreadable(exchangeAuthorizationCode(deps, consentId)),
    verifyConnection: (consentId) => refuseUnreadable(verifyConnection(deps, consentId)),
    verifyReuse: (storeId) => refuseUnreadable(verifyReuse(deps, storeId)),
    checkConnection: (storeId) => checkConnection(deps, fleet, storeId),
  };
}

async function verifyConnection(
  deps: AmazonActivityDeps,
  consentId: string,
): ReturnType<AmazonActivities['verifyConnection']> {
  const consent = await deps.consents.loadConsent(consentId);
  // Verified before the workflow was reset; its token is that of the authorization now.
  if (consent?.isAdopted) return { outcome: 'verified', suspendedListings: false };
  if (consent?.refusal) return { outcome: 'refused', reason: consent.refusal };
  if (!consent?.refreshToken) return refused('disconnected_by_admin');
  const { refreshToken, country, sellingPartnerId: sellerId, expectedSellerId, storeId } = consent;
  const call = { storeId, occasion: consentId, refreshToken, country, sellerId, isInForce: false };
  const previousToken = await deps.authorizations.loadPreviousToken(sellerId, country);
  const token = { refreshToken, country, sellerId, expectedSellerId, claimedBy: 'consent', previousToken } as const;
  const proof = await callAmazon(deps, storeId, consentId, () => proveSeller(deps, token));
  if (proof.outcome === 'refused') return retryThenRefuse(deps, call, proof);
  const check = await checkParticipation(deps, call);
  if (check.outcome === 'failing') return retryThenRefuse(deps, call, check);
  const { sellerProof } = proof;
  await deps.consents.saveVerification(consentId, { sellerProof, accountName: check.accountName });
  return { outcome: 'verified', suspendedListings: check.suspendedListings };
}

async function verifyReuse(deps: AmazonActivityDeps, storeId: string): ReturnType<AmazonActivities['verifyReuse']> {
  const authorization = await deps.authorizations.loadReusableAuthorization(storeId);
  if (!authorization) return refused('authorization_expired');
  const call = { ...authorization, storeId, occasion: reusedConsent, isInForce: true };
  const proof = await callAmazon(deps, storeId, reusedConsent, () => proveSeller(deps, authorization));
  if (proof.outcome === 'refused') return retryThenRefuse(deps, call, proof);
  const check = await checkParticipation(deps, call);
  if (check.outcome === 'failing') return retryThenRefuse(deps, call, check);
  await deps.authorizations.saveSellerProof(authorization, proof.sellerProof);
  return { outcome: 'verified' };
}

async function checkConnection(
  deps: AmazonActivityDeps,
  fleet: FleetSample,
  storeId: string,
): ReturnType<AmazonActivities['checkConnection']> {
  const authorization = await deps.authorizations.loadAuthorization(storeId);
  if (!authorization) return { outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'unknown' }) };
  // The same for all attempts of one check.
  const { workflowExecution, activityId } = activityInfo();
  const occasion = `${workflowExecution?.runId}/${activityId}`;
  const { authorizedAt } = authorization;
  const call = { ...authorization, storeId, occasion, isInForce: true };
  const check = await checkParticipation(deps, call);
  if (check.outcome === 'connected') return compareSeller(deps, fleet, authorization);
  if (check.refusal?.kind === 'token_refused') return retryLater(deps, call, check.refusal);
  if (check.refusal?.kind === 'grant_refused' && (await fleet.isFleetRefused(storeId)))
    throw toApplicationFailure(new AmazonFault('outage', 'Amazon refuses a large share of the fleet at once'));
  return { outcome: 'failing', reason: check.reason, authorizedAt };
}

/** A token of another seller ends the connection, unless so many fail at once that the cause must be Amazon. */
async function compareSeller(
  deps: AmazonActivityDeps,
  fleet: FleetSample,
  authorization: UsableAuthorization,
): ReturnType<AmazonActivities['checkConnection']> {
  const { sellerId: expected, authorizedAt } = authorization;
  const actual = await reproveSeller(deps, authorization);
  if (actual === undefined) return { outcome: 'connected', authorizedAt };
  if (await fleet.isHeldBack())
    throw toApplicationFailure(new AmazonFault('outage', 'Amazon names other sellers for a large share of the fleet'));
  return { outcome: 'failing', authorizedAt, reason: reason('seller_mismatch', { expected, actual }) };
}

/** Whether the seller takes part in the marketplace of the store. */
async function checkParticipation(deps: AmazonActivityDeps, call: SellerCall): Promise<ParticipationCheck> {
  const { storeId, occasion, refreshToken, country, sellerId, isInForce } = call;
  const { marketplaceId, region, name } = marketplaces[country];
  return callAmazon(deps, storeId, occasion, async () => {
    const answer = await deps.amazon.listParticipations(refreshToken, region);
    if (isInForce) await deps.accessRefusals.follow({ sellerId, region }, answer);
    if (answer.kind !== 'participations')
      return { outcome: 'failing', reason: refusalReason(answer, sellerId), refusal: answer };
    await deps.authorizations.saveParticipations(sellerId, region, answer.participations);
    const participation = answer.participations.find((candidate) => candidate.marketplaceId === marketplaceId);
    if (!participation?.isParticipating)
      return { outcome: 'failing', reason: reason('not_participating', { sellerId, country: name }) };
    const { hasSuspendedListings: suspendedListings, storeName: accountName } = participation;
    return { outcome: 'connected', suspendedListings, accountName };
  });
}

function refused(code: 'disconnected_by_admin' | 'authorization_expired'): Refused {
  return { outcome: 'refused', reason: reason(code) };
}

/** `refusal`: absent when Amazon answered, so that nothing is gained by asking again. */
async function retryThenRefuse(
  deps: AmazonActivityDeps,
  call: SellerCall,
  { reason: why, refusal }: { readonly reason: Reason; readonly refusal?: SellerRefusal },
): Promise<Refused> {
  return !refusal || isBelieved(refusal) ? { outcome: 'refused', reason: why } : retryLater(deps, call, refusal);
}

function retryLater(
  deps: AmazonActivityDeps,
  { storeId, occasion }: SellerCall,
  refusal: SellerRefusal,
): Promise<never> {
  return callAmazon(deps, storeId, occasion, () => Promise.reject(refusalFault(refusal)));
}
