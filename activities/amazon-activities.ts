import { activityInfo } from '@temporalio/activity';
import type { Repositories } from '../adapters/postgres/index.ts';
import { type Country, marketplaces } from '../domain/marketplaces.ts';
import { reason, type Reason } from '../domain/reasons.ts';
import { reusedConsent } from '../domain/store-life.ts';
import { type TimelineEntry, timelineEntry } from '../domain/timeline.ts';
import type { AmazonActivities, Refused } from './contract.ts';
import { FleetSample, type FleetSampleDeps } from './fleet-sample.ts';
import { AmazonFault } from './ports.ts';
import { proveSeller, type ProveSellerDeps } from './prove-seller.ts';
import { toApplicationFailure } from './to-application-failure.ts';

/** Amazon sometimes refuses good tokens for a while. This many attempts take about half an hour. */
const attemptsBeforeRevocationIsBelieved = 60;

export interface AmazonActivityDeps extends FleetSampleDeps {
  readonly alarms: FleetSampleDeps['alarms'] & ProveSellerDeps['alarms'];
  readonly consents: Pick<Repositories['consents'], 'loadConsent' | 'saveRefreshToken' | 'saveSellerProof'>;
  readonly authorizations: FleetSampleDeps['authorizations'] &
    Pick<
      Repositories['authorizations'],
      'loadAuthorization' | 'loadReusableAuthorization' | 'loadPreviousToken' | 'saveSellerProof'
    >;
  readonly stores: Pick<Repositories['stores'], 'addTimelineEntry'>;
}

/** Who calls Amazon, and for what: `occasion` makes the timeline name a fault once, however often it is retried. */
interface SellerCall {
  readonly storeId: string;
  readonly occasion: string;
  readonly refreshToken: string;
  readonly country: Country;
  readonly sellerId: string;
}

type ParticipationCheck =
  | { readonly outcome: 'connected'; readonly suspendedListings: boolean }
  | { readonly outcome: 'failing'; readonly reason: Reason };

/** The calls to Amazon. Secrets are read from the database and written to it; they never reach a workflow. */
export function createAmazonActivities(deps: AmazonActivityDeps): AmazonActivities {
  const fleet = new FleetSample(deps);
  return {
    exchangeAuthorizationCode: (consentId) => exchangeAuthorizationCode(deps, consentId),
    verifyConnection: (consentId) => verifyConnection(deps, consentId),
    verifyReuse: (storeId) => verifyReuse(deps, storeId),
    checkConnection: (storeId) => checkConnection(deps, fleet, storeId),
  };
}

async function exchangeAuthorizationCode(
  deps: AmazonActivityDeps,
  consentId: string,
): ReturnType<AmazonActivities['exchangeAuthorizationCode']> {
  const { amazon, consents } = deps;
  const consent = await consents.loadConsent(consentId);
  // Exchanged by an earlier attempt whose result was lost.
  if (consent?.refreshToken) return { outcome: 'exchanged' };
  if (!consent?.code) return refused('code_expired');
  const { code, redirectUri, storeId } = consent;
  const answer = await callAmazon(deps, storeId, consentId, () => amazon.exchangeCode(code, redirectUri));
  if (answer.kind === 'code_rejected') return refused('code_expired');
  if (answer.kind === 'account_not_eligible') return refused('account_not_eligible');
  await consents.saveRefreshToken(consentId, answer.refreshToken);
  return { outcome: 'exchanged' };
}

async function verifyConnection(
  deps: AmazonActivityDeps,
  consentId: string,
): ReturnType<AmazonActivities['verifyConnection']> {
  const consent = await deps.consents.loadConsent(consentId);
  if (!consent?.refreshToken) return refused('code_expired');
  const { refreshToken, country, sellingPartnerId: sellerId, expectedSellerId, storeId } = consent;
  const previousToken = await deps.authorizations.loadPreviousToken(sellerId, country);
  const token = { refreshToken, country, sellerId, expectedSellerId, previousToken };
  const proof = await callAmazon(deps, storeId, consentId, () => proveSeller(deps, token));
  if (proof.outcome === 'refused') return retryThenRefuse(proof.reason);
  const check = await checkParticipation(deps, { storeId, occasion: consentId, refreshToken, country, sellerId });
  if (check.outcome === 'failing') return retryThenRefuse(check.reason);
  await deps.consents.saveSellerProof(consentId, proof.sellerProof);
  return { outcome: 'verified', suspendedListings: check.suspendedListings };
}

async function verifyReuse(deps: AmazonActivityDeps, storeId: string): ReturnType<AmazonActivities['verifyReuse']> {
  const authorization = await deps.authorizations.loadReusableAuthorization(storeId);
  if (!authorization) return refused('authorization_expired');
  const proof = await callAmazon(deps, storeId, reusedConsent, () => proveSeller(deps, authorization));
  if (proof.outcome === 'refused') return retryThenRefuse(proof.reason);
  const check = await checkParticipation(deps, { ...authorization, storeId, occasion: reusedConsent });
  if (check.outcome === 'failing') return retryThenRefuse(check.reason);
  await deps.authorizations.saveSellerProof(authorization.sellerId, authorization.country, proof.sellerProof);
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
  const check = await checkParticipation(deps, { ...authorization, storeId, occasion });
  if (check.outcome === 'connected') return { outcome: 'connected' };
  if (check.reason.code === 'authorization_revoked' && (await fleet.isFleetRefused(storeId)))
    throw toApplicationFailure(new AmazonFault('outage', 'Amazon refuses a large share of the fleet at once'));
  return check;
}

/** Whether the seller takes part in the marketplace of the store. */
async function checkParticipation(deps: AmazonActivityDeps, call: SellerCall): Promise<ParticipationCheck> {
  const { storeId, occasion, refreshToken, country, sellerId } = call;
  const { marketplaceId, region, name } = marketplaces[country];
  return callAmazon(deps, storeId, occasion, async () => {
    const answer = await deps.amazon.listParticipations(refreshToken, region);
    if (answer.kind === 'grant_refused')
      return { outcome: 'failing', reason: reason('authorization_revoked', { sellerId }) };
    await deps.authorizations.saveParticipations(sellerId, region, answer.participations);
    const participation = answer.participations.find((candidate) => candidate.marketplaceId === marketplaceId);
    if (!participation?.isParticipating)
      return { outcome: 'failing', reason: reason('not_participating', { sellerId, country: name }) };
    return { outcome: 'connected', suspendedListings: participation.hasSuspendedListings };
  });
}

/** Adds a fault that is not the seller's to the timeline, once per `occasion`, and lets Temporal retry it. */
async function callAmazon<T>(
  { stores }: AmazonActivityDeps,
  storeId: string,
  occasion: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AmazonFault) {
      const entry = faultEntry(error);
      await stores.addTimelineEntry(storeId, `${entry.what}/${occasion}`, entry);
    }
    throw toApplicationFailure(error);
  }
}

function refused(code: 'code_expired' | 'account_not_eligible' | 'authorization_expired'): Refused {
  return { outcome: 'refused', reason: reason(code) };
}

function retryThenRefuse(why: Reason): Refused {
  if (why.code === 'authorization_revoked' && activityInfo().attempt < attemptsBeforeRevocationIsBelieved)
    throw toApplicationFailure(new AmazonFault('outage', 'Amazon refuses a token that should be good'));
  return { outcome: 'refused', reason: why };
}

function faultEntry({ kind }: AmazonFault): TimelineEntry {
  return kind === 'application'
    ? timelineEntry('application_refused', {})
    : timelineEntry('amazon_unavailable', { cause: kind });
}
