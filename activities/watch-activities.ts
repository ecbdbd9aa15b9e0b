import { calmRounds, checkIntervalMs, isFleetFailing, roundPauseMs } from '../domain/connection-watch.ts';
import { marketplaces } from '../domain/marketplaces.ts';
import type { Alarms } from './alarms.ts';
import type { WatchActivities, WatchRound } from './contract.ts';
import type { AmazonSeller, GrantRecords, GrantToCheck, WatchRecords } from './ports.ts';
import { AmazonFault } from './ports.ts';

const grantsPerRound = 200;
/** What is not asked by then waits for the next round, so that a worker can always end in time. */
const roundBudgetMs = 20_000;
/** Until then whoever opens an old link is told that it has expired, and what to do. */
const oldAccessKeptMs = 30 * 86_400_000;

/** `yearMs`: length of an authorization's year, which the pace follows. */
export function createWatchActivities(
  {
    amazon,
    alarms,
    grants,
    watch,
  }: {
    readonly amazon: AmazonSeller;
    readonly alarms: Alarms;
    readonly grants: Pick<GrantRecords, 'keepParticipations'>;
    readonly watch: WatchRecords;
  },
  yearMs: number,
): WatchActivities {
  return {
    forgetOldAccess: () => watch.forgetOldAccess(new Date(Date.now() - oldAccessKeptMs).toISOString()),

    async checkDueConnections() {
      const due = await watch.listGrantsToCheck(checkIntervalMs(yearMs), grantsPerRound);
      const failing: { readonly grant: GrantToCheck; readonly suspects: readonly string[] }[] = [];
      let checked = 0;
      let isAmazonAway = false;
      const endMs = Date.now() + roundBudgetMs;
      for (const grant of due) {
        if (Date.now() > endMs) break;
        const suspects = await suspectsOf(grant);
        // An outage, a limit or a fault of our application says nothing about any seller: the rest waits for a round.
        isAmazonAway = suspects === undefined;
        if (suspects === undefined) break;
        checked += 1;
        if (suspects.length > 0) failing.push({ grant, suspects });
        else await watch.markChecked(grant.grantId);
      }
      const isBreakerOpen = await moveBreaker({ checked, failing: failing.length, isAmazonAway });
      // With the breaker open they stay due, and are asked about again in the next round.
      if (!isBreakerOpen) for (const { grant } of failing) await watch.markChecked(grant.grantId);
      return {
        checked,
        failing: failing.length,
        isAmazonAway,
        isBreakerOpen,
        suspects: isBreakerOpen ? [] : failing.flatMap(({ suspects }) => suspects),
        nextRoundInMs: roundPauseMs(yearMs),
      };
    },
  };

  /** The alarm is the breaker's memory. True while it is open, after this round. */
  async function moveBreaker(round: Pick<WatchRound, 'checked' | 'failing' | 'isAmazonAway'>): Promise<boolean> {
    const { checked, failing, isAmazonAway } = round;
    if (isFleetFailing(round)) {
      const params = { checked: String(checked), failing: String(failing) };
      await alarms.open({ kind: 'fleet_breaker', params });
      return true;
    }
    // Silence is no recovery.
    if (isAmazonAway) return alarms.isOpen('fleet_breaker');
    return !(await alarms.close('fleet_breaker', { calmTimes: calmRounds }));
  }

  /** Ids of the stores that Amazon no longer answers for; undefined when Amazon could not be asked. */
  async function suspectsOf({
    refreshToken,
    region,
    sellerId,
    stores,
  }: GrantToCheck): Promise<readonly string[] | undefined> {
    try {
      const answer = await amazon.listParticipations(refreshToken, region);
      if (answer.kind === 'grant_refused') return stores.map(({ storeId }) => storeId);
      await grants.keepParticipations(sellerId, region, answer.participations);
      const taken = new Set(
        answer.participations.filter((each) => each.isParticipating).map((each) => each.marketplaceId),
      );
      return stores
        .filter(({ country }) => !taken.has(marketplaces[country].marketplaceId))
        .map(({ storeId }) => storeId);
    } catch (error) {
      if (error instanceof AmazonFault) return undefined;
      throw error;
    }
  }
}
