import { activityInfo } from '@temporalio/activity';
import { isFleetFailing } from '../domain/connection-watch.ts';
import { marketplaces, type Country } from '../domain/marketplaces.ts';
import { reason, type Reason } from '../domain/reasons.ts';
import { reusedConsent } from '../domain/store-life.ts';
import { timelineNote, type TimelineNote } from '../domain/timeline.ts';
import type { Alarms } from './alarms.ts';
import { askFleet, countAnswers, isFailing, listOthers } from './check-connections.ts';
import type { AmazonActivities, Refused } from './contract.ts';
import { asFailure } from './to-application-failure.ts';
import type { AmazonSeller, ConsentRecords, GrantRecords, StoreRecords, WatchRecords } from './ports.ts';
import { AmazonFault } from './ports.ts';
import { shareNext } from './share-next.ts';

/** Amazon has spells of refusing good tokens: while a store is connected, a refusal is believed after about half an hour. */
const believedAttempt = 60;
/** Other connections that are asked about before a revocation is believed. */
const sampleSize = 8;
const sampleMs = 5000;

export interface AmazonActivityDeps {
  readonly amazon: AmazonSeller;
  readonly consents: ConsentRecords;
  readonly grants: GrantRecords;
  readonly stores: Pick<StoreRecords, 'noteOnTimeline'>;
  readonly breaker: Pick<Alarms, 'isOpen'>;
  readonly watch: WatchRecords;
}

/** Every call to Amazon that a store asks for. Secrets come from the database and go back there, never to a workflow. */
export function createAmazonActivities({
  amazon,
  breaker,
  consents,
  grants,
  stores,
  watch,
}: AmazonActivityDeps): AmazonActivities {
  /** Runs a call; a fault that is not the seller's is told once per `subject` on the timeline and retried by Temporal. */
  async function call<T>(storeId: string, subject: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AmazonFault) {
        const note = faultNote(error);
        await stores.noteOnTimeline(storeId, `${note.what}/${subject}`, note);
      }
      throw asFailure(error);
    }
  }

  async function participation(
    refreshToken: string,
    country: Country,
    sellerId: string,
  ): Promise<{ outcome: 'connected'; suspendedListings: boolean } | { outcome: 'failing'; reason: Reason }> {
    const { marketplaceId, region, name } = marketplaces[country];
    const answer = await amazon.listParticipations(refreshToken, region);
    if (answer.kind === 'grant_refused')
      return { outcome: 'failing', reason: reason('authorization_revoked', { sellerId }) };
    await grants.keepParticipations(sellerId, region, answer.participations);
    const own = answer.participations.find((each) => each.marketplaceId === marketplaceId);
    if (!own?.isParticipating)
      return { outcome: 'failing', reason: reason('not_participating', { sellerId, country: name }) };
    return { outcome: 'connected', suspendedListings: own.hasSuspendedListings };
  }

  /** A spell of Amazon that began after the last round of checks is not taken for what this one seller did. */
  async function isFleetRefused(storeId: string): Promise<boolean> {
    if (await breaker.isOpen('fleet_breaker')) return true;
    const answers = await askSample();
    const others = answers.filter(({ grant }) => grant.stores.every((each) => each.storeId !== storeId));
    const { checked, failing } = countAnswers(others);
    // Silence says nothing: as long as most of them cannot be asked, no revocation is believed.
    if (checked * 2 < others.length) return true;
    return isFleetFailing({ checked: checked + 1, failing: failing + 1 });
  }

  /** Many stores doubt at once when a spell begins: one sample serves them all, and the next one asks other sellers. */
  const askSample = shareNext(async () => {
    const sample = await listOthers({ watch }, new Set(), sampleSize);
    const answers = await askFleet({ amazon, grants, watch }, sample, Date.now() + sampleMs);
    const doubtful = answers.filter((answer) => answer.suspects === undefined || isFailing(answer));
    await watch.markUnanswered(doubtful.map(({ grant }) => grant.grantId));
    return answers;
  });

  return {
    async exchangeAuthorizationCode(consentId) {
      const consent = await consents.loadConsent(consentId);
      // Exchanged before, by an attempt whose answer was lost.
      if (consent?.refreshToken) return { outcome: 'exchanged' };
      if (!consent?.code) return refused('code_expired');
      const { code, redirectUri, storeId } = consent;
      const answer = await call(storeId, consentId, () => amazon.exchangeCode(code, redirectUri));
      if (answer.kind === 'code_rejected') return refused('code_expired');
      if (answer.kind === 'account_not_eligible') return refused('account_not_eligible');
      await consents.keepRefreshToken(consentId, answer.refreshToken);
      return { outcome: 'exchanged' };
    },

    async verifyConnection(consentId) {
      const consent = await consents.loadConsent(consentId);
      if (!consent?.refreshToken) return refused('code_expired');
      const { refreshToken, country, sellingPartnerId, storeId } = consent;
      const answer = await call(storeId, consentId, () => participation(refreshToken, country, sellingPartnerId));
      if (answer.outcome === 'failing') return refusedAfterAWhile(answer.reason);
      return { outcome: 'verified', suspendedListings: answer.suspendedListings };
    },

    async verifyReuse(storeId) {
      const grant = await grants.loadGrantToReuse(storeId);
      if (!grant) return refused('authorization_expired');
      const { refreshToken, country, sellerId } = grant;
      const answer = await call(storeId, reusedConsent, () => participation(refreshToken, country, sellerId));
      return answer.outcome === 'failing' ? refusedAfterAWhile(answer.reason) : { outcome: 'verified' };
    },

    async checkConnection(storeId) {
      const grant = await grants.loadGrant(storeId);
      if (!grant) return { outcome: 'failing', reason: reason('authorization_revoked', { sellerId: 'unknown' }) };
      const { refreshToken, country, sellerId } = grant;
      // One note for a check, however many attempts it takes: the id stays the same while it is retried.
      const { workflowExecution, activityId } = activityInfo();
      const check = `${workflowExecution?.runId}/${activityId}`;
      const answer = await call(storeId, check, () => participation(refreshToken, country, sellerId));
      if (answer.outcome === 'connected') return { outcome: 'connected' };
      if (answer.reason.code === 'authorization_revoked' && (await isFleetRefused(storeId)))
        throw asFailure(new AmazonFault('outage', 'Amazon refuses a large share of the fleet at once'));
      return answer;
    },
  };
}

function refused(code: 'code_expired' | 'account_not_eligible' | 'authorization_expired'): Refused {
  return { outcome: 'refused', reason: reason(code) };
}

function refusedAfterAWhile(why: Reason): Refused {
  if (why.code === 'authorization_revoked' && activityInfo().attempt < believedAttempt)
    throw asFailure(new AmazonFault('outage', 'Amazon refuses a token that should be good'));
  return { outcome: 'refused', reason: why };
}

function faultNote({ kind }: AmazonFault): TimelineNote {
  switch (kind) {
    case 'application':
      return timelineNote('application_refused', {
        en: 'Amazon refuses our application, not the seller. An operator renews the LWA client secret; the store goes on by itself afterwards.',
        nl: 'Amazon weigert onze toepassing, niet de verkoper. Een operator vernieuwt het LWA-clientgeheim; daarna gaat de winkel vanzelf verder.',
      });
    case 'throttled':
      return timelineNote('amazon_unavailable', {
        en: 'Amazon limits our calls for the moment. Nothing to do: it is tried again until it answers.',
        nl: 'Amazon beperkt onze aanvragen op dit moment. U hoeft niets te doen: het wordt opnieuw geprobeerd tot Amazon antwoordt.',
      });
    case 'outage':
      return timelineNote('amazon_unavailable', {
        en: 'Amazon does not answer. Nothing to do: it is tried again until it answers.',
        nl: 'Amazon antwoordt niet. U hoeft niets te doen: het wordt opnieuw geprobeerd tot Amazon antwoordt.',
      });
  }
}
