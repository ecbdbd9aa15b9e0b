import type { DueCheck } from '../adapters/postgres/authorizations/due-checks.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { marketplaces } from '../domain/marketplaces.ts';
import { AmazonFault, type AmazonSeller } from './ports.ts';

const concurrency = 8;
/** Amazon is considered down after this many failures in a row; one or two sellers that fail delay no other check. */
const maxConsecutiveFailures = 5;

export interface ConnectionCheck {
  readonly authorization: DueCheck;
  /** Ids of the stores that Amazon no longer answers for; undefined when Amazon gave no answer. */
  readonly storesToRecheck: readonly string[] | undefined;
}

export interface CheckConnectionsDeps {
  readonly amazon: AmazonSeller;
  readonly authorizations: Pick<
    Repositories['authorizations'],
    'saveParticipations' | 'listDueChecks' | 'markChecked' | 'markUnanswered'
  >;
}

/**
 * Checks authorizations with Amazon, several at a time, until all are checked, `endMs` has passed, or Amazon seems to be
 * down. Those that work are marked as checked.
 */
export async function checkConnections(
  deps: CheckConnectionsDeps,
  due: readonly DueCheck[],
  endMs: number,
): Promise<readonly ConnectionCheck[]> {
  const checks: ConnectionCheck[] = [];
  const queue = due.values();
  let consecutiveFailures = 0;

  async function checkUntilEmpty(): Promise<void> {
    for (const authorization of queue) {
      if (Date.now() > endMs || consecutiveFailures >= maxConsecutiveFailures) return;
      const storesToRecheck = await findStoresToRecheck(deps, authorization);
      consecutiveFailures = storesToRecheck ? 0 : consecutiveFailures + 1;
      checks.push({ authorization, storesToRecheck });
      if (storesToRecheck?.length === 0) await deps.authorizations.markChecked(authorization.authorizationId);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, checkUntilEmpty));
  return checks;
}

async function findStoresToRecheck(
  { amazon, authorizations }: CheckConnectionsDeps,
  { refreshToken, region, sellerId, stores }: DueCheck,
): Promise<ConnectionCheck['storesToRecheck']> {
  try {
    const answer = await amazon.listParticipations(refreshToken, region);
    if (answer.kind === 'grant_refused') return stores.map(({ storeId }) => storeId);
    const { participations } = answer;
    await authorizations.saveParticipations(sellerId, region, participations);
    const active = participations.filter(({ isParticipating }) => isParticipating);
    const marketplaceIds = new Set(active.map(({ marketplaceId }) => marketplaceId));
    return stores
      .filter(({ country }) => !marketplaceIds.has(marketplaces[country].marketplaceId))
      .map(({ storeId }) => storeId);
  } catch (error) {
    // An outage, a rate limit or a fault of our application says nothing about the seller.
    if (error instanceof AmazonFault) return undefined;
    throw error;
  }
}

export function isFailing({ storesToRecheck }: ConnectionCheck): boolean {
  return storesToRecheck !== undefined && storesToRecheck.length > 0;
}

export function isUnanswered({ storesToRecheck }: ConnectionCheck): boolean {
  return storesToRecheck === undefined;
}

export function countChecks(checks: readonly ConnectionCheck[]): {
  readonly checked: number;
  readonly failing: number;
} {
  const checked = checks.filter((check) => !isUnanswered(check)).length;
  return { checked, failing: checks.filter(isFailing).length };
}

export function idsOf(checks: readonly ConnectionCheck[]): readonly string[] {
  return checks.map(({ authorization }) => authorization.authorizationId);
}

/** Authorizations that are not due, the longest unchecked first: do many fail, or only those that were due? */
export async function sampleConnections(
  { authorizations }: Pick<CheckConnectionsDeps, 'authorizations'>,
  excludedIds: readonly string[],
  count: number,
): Promise<readonly DueCheck[]> {
  const candidates = await authorizations.listDueChecks(0, count + excludedIds.length);
  return candidates.filter(({ authorizationId }) => !excludedIds.includes(authorizationId)).slice(0, count);
}
