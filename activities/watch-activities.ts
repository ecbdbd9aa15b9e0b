import type { Repositories } from '../adapters/postgres/index.ts';
import {
  checkIntervalMs,
  healthyRoundsToClose,
  isFleetFailing,
  maxSpellMs,
  minSampleSize,
  roundIntervalMs,
} from '../domain/connection-watch.ts';
import type { Alarms } from './alarms.ts';
import {
  checkConnections,
  type CheckConnectionsDeps,
  type ConnectionCheck,
  countChecks,
  idsOf,
  isRefused,
  isUnanswered,
  sampleConnections,
} from './check-connections.ts';
import type { WatchActivities, WatchRound } from './contract.ts';
import { closeUnlessClaimed } from './prove-seller.ts';
import { withHeartbeat } from './with-heartbeat.ts';

const maxChecksPerRound = 200;
/** What is not checked by then is left to the next round, so that a worker can always shut down in time. */
const roundTimeoutMs = 20_000;
/** A full round leaves connections that are due: the next one follows at once. */
const afterFullRoundMs = 1000;
/** For this long, an old link still answers that it has expired, and what to do. */
const keepExpiredMs = 30 * 86_400_000;

export interface WatchActivityDeps extends CheckConnectionsDeps {
  readonly alarms: Alarms;
  readonly authorizations: CheckConnectionsDeps['authorizations'] &
    Pick<Repositories['authorizations'], 'destroyReplacedTokens' | 'listSettledMismatches'>;
  readonly consents: Pick<Repositories['consents'], 'pruneExpired'>;
}

/** `yearMs`: length of an authorization's year, which scales the intervals. */
export function createWatchActivities(deps: WatchActivityDeps, yearMs: number): WatchActivities {
  return {
    checkDueConnections: () => runWatchRound(deps, yearMs),
    forgetOldAccess: () => forgetOldAccess(deps),
  };
}

function forgetOldAccess({ consents }: WatchActivityDeps): Promise<void> {
  const nowMs = Date.now();
  const expiredBefore = new Date(nowMs - keepExpiredMs).toISOString();
  return withHeartbeat(() => consents.pruneExpired(expiredBefore, nowMs + roundTimeoutMs));
}

async function runWatchRound(deps: WatchActivityDeps, yearMs: number): Promise<WatchRound> {
  const { alarms, authorizations } = deps;
  const { checks, isFull } = await withHeartbeat(() => checkDueOrSample(deps, yearMs));
  await authorizations.markUnanswered(idsOf(checks.filter(isToBeRepeated)));
  const { checked, failing } = countChecks(checks);
  const isAmazonAway = checked === 0 && checks.length > 0;
  const isBreakerOpen = await updateBreaker(alarms, { checked, failing, isAmazonAway });
  const holdsBack = isBreakerOpen && ((await alarms.openForMs('fleet_breaker')) ?? 0) < maxSpellMs(yearMs);
  // Refusals that are held back stay due and are checked again in the next round.
  const toRecheck = checks.filter((check) => check.storesToRecheck.length > 0 && !(holdsBack && isRefused(check)));
  const settled = toRecheck.filter((check) => !isToBeRepeated(check));
  for (const authorizationId of idsOf(settled)) await authorizations.markChecked(authorizationId);
  await deps.accessRefusals.endUnused();
  for (const subject of await authorizations.listSettledMismatches()) await alarms.close('wrong_seller', { subject });
  await closeUnlessClaimed(deps);
  await authorizations.destroyReplacedTokens();
  return {
    checked,
    failing,
    isAmazonAway,
    isBreakerOpen,
    suspects: toRecheck.flatMap(({ storesToRecheck }) => storesToRecheck),
    nextRoundInMs: isFull && !isAmazonAway && !isBreakerOpen ? afterFullRoundMs : roundIntervalMs(yearMs),
  };
}

/** They stay due and come last: a spell of Amazon's, or a token of another seller, is followed until it is over. */
function isToBeRepeated(check: ConnectionCheck): boolean {
  const { answer } = check;
  return isUnanswered(check) || answer === 'token_refused' || answer === 'access_denied' || answer === 'other_seller';
}

/** Checks are spread over days, so a round may see a single one of a fleet that fails: then others are checked as well. */
async function checkDueOrSample(
  deps: WatchActivityDeps,
  yearMs: number,
): Promise<{ readonly checks: readonly ConnectionCheck[]; readonly isFull: boolean }> {
  const endMs = Date.now() + roundTimeoutMs;
  const due = await deps.authorizations.listDueChecks(checkIntervalMs(yearMs), maxChecksPerRound);
  const checks = await checkConnections(deps, due, { endMs });
  const isFull = due.length === maxChecksPerRound;
  if (!checks.some(isRefused) || checks.length >= minSampleSize) return { checks, isFull };
  const sample = await sampleConnections(deps, idsOf(checks), minSampleSize - checks.length);
  return { checks: [...checks, ...(await checkConnections(deps, sample, { endMs, isSample: true }))], isFull };
}

/** The alarm is the state of the breaker. Returns whether it is open after this round. */
async function updateBreaker(
  alarms: Alarms,
  round: Pick<WatchRound, 'checked' | 'failing' | 'isAmazonAway'>,
): Promise<boolean> {
  if (isFleetFailing(round)) {
    const params = { checked: String(round.checked), failing: String(round.failing) };
    await alarms.open({ kind: 'fleet_breaker', params });
    return true;
  }
  // An outage is no recovery.
  if (round.isAmazonAway) return (await alarms.openForMs('fleet_breaker')) !== undefined;
  return !(await alarms.close('fleet_breaker', { afterCalls: healthyRoundsToClose }));
}
