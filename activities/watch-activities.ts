import { calmRounds, checkIntervalMs, isFleetFailing, leastSample, roundPauseMs } from '../domain/connection-watch.ts';
import type { Alarms } from './alarms.ts';
import { askFleet, type AskFleetDeps, countAnswers, isFailing, listOthers } from './check-connections.ts';
import type { WatchActivities, WatchRound } from './contract.ts';
import { whileAlive } from './with-heartbeat.ts';

const grantsPerRound = 200;
/** What is not asked by then waits for the next round, so that a worker can always end in time. */
const roundBudgetMs = 20_000;
/** Until then whoever opens an old link is told that it has expired, and what to do. */
const oldAccessKeptMs = 30 * 86_400_000;

/** `yearMs`: length of an authorization's year, which the pace follows. */
export function createWatchActivities(
  deps: AskFleetDeps & { readonly alarms: Alarms },
  yearMs: number,
): WatchActivities {
  const { alarms, watch } = deps;

  return {
    forgetOldAccess: () => watch.forgetOldAccess(new Date(Date.now() - oldAccessKeptMs).toISOString()),

    async checkDueConnections() {
      const endMs = Date.now() + roundBudgetMs;
      const due = await watch.listGrantsToCheck(checkIntervalMs(yearMs), grantsPerRound);
      let answers = await whileAlive(() => askFleet(deps, due, endMs));
      // Checks are spread over days: of a fleet that fails, a round may meet a single one.
      if (answers.some(isFailing) && answers.length < leastSample) {
        const asked = new Set(answers.map(({ grant }) => grant.grantId));
        const others = await listOthers(deps, asked, leastSample - asked.size);
        answers = [...answers, ...(await whileAlive(() => askFleet(deps, others, endMs)))];
      }
      await watch.markUnanswered(answers.filter(({ suspects }) => !suspects).map(({ grant }) => grant.grantId));
      const { checked, failing } = countAnswers(answers);
      const isAmazonAway = checked === 0 && answers.length > 0;
      const isBreakerOpen = await moveBreaker({ checked, failing, isAmazonAway });
      const failed = answers.filter(isFailing);
      // With the breaker open they stay due, and are asked about again in the next round.
      if (!isBreakerOpen) for (const { grant } of failed) await watch.markChecked(grant.grantId);
      return {
        checked,
        failing,
        isAmazonAway,
        isBreakerOpen,
        suspects: isBreakerOpen ? [] : failed.flatMap(({ suspects }) => suspects ?? []),
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
}
