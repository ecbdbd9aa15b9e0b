import type { DueCheck } from '../adapters/postgres/authorizations/due-checks.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { type Country, marketplaces } from '../domain/marketplaces.ts';
import { isWarning } from '../domain/reasons.ts';
import type { AccessRefusals } from './access-refusals.ts';
import { AmazonFault, type AmazonSeller, type ParticipationsAnswer } from './ports.ts';
import { reproveSeller, type ReproveSellerDeps } from './reprove-seller.ts';

const concurrency = 8;
/** Amazon is considered down after this many failures in a row; one or two sellers that fail delay no other check. */
const maxConsecutiveFailures = 5;

export interface ConnectionCheck {
  readonly authorization: DueCheck;
  /**
   * `other_seller`: the token is another seller's. `unanswered`: an outage, a rate limit or a fault of our application
   * says nothing about the seller.
   */
  readonly answer: ParticipationsAnswer['kind'] | 'other_seller' | 'unanswered';
  /** Ids of the stores that are to check their connection themselves. */
  readonly storesToRecheck: readonly string[];
}

export interface CheckConnectionsDeps extends Omit<ReproveSellerDeps, 'authorizations'> {
  readonly amazon: AmazonSeller;
  readonly accessRefusals: Pick<AccessRefusals, 'follow' | 'endUnused'>;
  readonly authorizations: Pick<
    Repositories['authorizations'],
    'saveParticipations' | 'listDueChecks' | 'markChecked' | 'markUnanswered'
  > &
    ReproveSellerDeps['authorizations'];
}

interface CheckOptions {
  /** No check begins later, milliseconds since 1970. */
  readonly endMs: number;
  /** A sample says how Amazon answers; whose the tokens are is left to the check that is due. */
  readonly isSample?: boolean;
}

/**
 * Checks authorizations with Amazon, several at a time, until all are checked, `endMs` has passed, or Amazon seems to be
 * down. Those that work are marked as checked.
 */
export async function checkConnections(
  deps: CheckConnectionsDeps,
  due: readonly DueCheck[],
  { endMs, isSample = false }: CheckOptions,
): Promise<readonly ConnectionCheck[]> {
  const checks: ConnectionCheck[] = [];
  const queue = due.values();
  let consecutiveFailures = 0;

  async function checkUntilEmpty(): Promise<void> {
    for (const authorization of queue) {
      if (Date.now() > endMs || consecutiveFailures >= maxConsecutiveFailures) return;
      const check = await checkAuthorization(deps, authorization, isSample);
      consecutiveFailures = isUnanswered(check) ? consecutiveFailures + 1 : 0;
      checks.push(check);
      if (check.answer === 'participations' && check.storesToRecheck.length === 0)
        await deps.authorizations.markChecked(authorization.authorizationId);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, checkUntilEmpty));
  return checks;
}

async function checkAuthorization(
  deps: CheckConnectionsDeps,
  authorization: DueCheck,
  isSample: boolean,
): Promise<ConnectionCheck> {
  const { amazon, authorizations, accessRefusals } = deps;
  const { refreshToken, region, sellerId } = authorization;
  try {
    const answer = await amazon.listParticipations(refreshToken, region);
    await accessRefusals.follow({ sellerId, region }, answer);
    if (answer.kind === 'participations')
      await authorizations.saveParticipations(sellerId, region, answer.participations);
    if (answer.kind === 'participations' && !isSample && (await isOtherSeller(deps, authorization)))
      return {
        authorization,
        answer: 'other_seller',
        storesToRecheck: authorization.stores.map(({ storeId }) => storeId),
      };
    return { authorization, answer: answer.kind, storesToRecheck: findStoresToRecheck(authorization, answer) };
  } catch (error) {
    if (error instanceof AmazonFault) return { authorization, answer: 'unanswered', storesToRecheck: [] };
    throw error;
  }
}

async function isOtherSeller(deps: CheckConnectionsDeps, authorization: DueCheck): Promise<boolean> {
  const [store] = authorization.stores;
  return store !== undefined && (await reproveSeller(deps, { ...authorization, country: store.country })) !== undefined;
}

function findStoresToRecheck({ stores }: DueCheck, answer: ParticipationsAnswer): readonly string[] {
  const storesToRecheck = stores.filter(({ country, reasonCode }) => {
    switch (answer.kind) {
      case 'grant_refused':
        return true;
      case 'token_refused':
        return false;
      case 'access_denied':
        return reasonCode !== 'access_denied';
      case 'participations':
        return isWarning(reasonCode ?? undefined) || !takesPart(answer, country);
    }
  });
  return storesToRecheck.map(({ storeId }) => storeId);
}

function takesPart(
  { participations }: Extract<ParticipationsAnswer, { kind: 'participations' }>,
  country: Country,
): boolean {
  const { marketplaceId } = marketplaces[country];
  return participations.some((candidate) => candidate.marketplaceId === marketplaceId && candidate.isParticipating);
}

/** Amazon refuses the seller. A seller who has left a country is not refused. */
export function isRefused({ answer }: ConnectionCheck): boolean {
  return answer !== 'participations' && answer !== 'unanswered';
}

export function isUnanswered({ answer }: ConnectionCheck): boolean {
  return answer === 'unanswered';
}

export function countChecks(checks: readonly ConnectionCheck[]): {
  readonly checked: number;
  readonly failing: number;
} {
  const checked = checks.filter((check) => !isUnanswered(check)).length;
  return { checked, failing: checks.filter(isRefused).length };
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
