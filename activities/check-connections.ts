import { marketplaces } from '../domain/marketplaces.ts';
import type { AmazonSeller, GrantRecords, GrantToCheck, WatchRecords } from './ports.ts';
import { AmazonFault } from './ports.ts';

const askedAtOnce = 8;
/** Amazon is away when so many sellers in a row could not be asked; one or two of them keep nobody waiting. */
const awayAfter = 5;

export interface FleetAnswer {
  readonly grant: GrantToCheck;
  /** Ids of the stores that Amazon no longer answers for; undefined when Amazon could not be asked. */
  readonly suspects: readonly string[] | undefined;
}

export interface AskFleetDeps {
  readonly amazon: AmazonSeller;
  readonly grants: Pick<GrantRecords, 'keepParticipations'>;
  readonly watch: WatchRecords;
}

/**
 * Asks Amazon about many connections, some at once, until all are asked, `endMs` has come, or Amazon seems to be away.
 * Those that work are marked as checked.
 */
export async function askFleet(
  { amazon, grants, watch }: AskFleetDeps,
  toAsk: readonly GrantToCheck[],
  endMs: number,
): Promise<readonly FleetAnswer[]> {
  const answers: FleetAnswer[] = [];
  const waiting = toAsk.values();
  let silentInARow = 0;

  async function askOn(): Promise<void> {
    for (const grant of waiting) {
      if (Date.now() > endMs || silentInARow >= awayAfter) return;
      const suspects = await suspectsOf(grant);
      silentInARow = suspects ? 0 : silentInARow + 1;
      answers.push({ grant, suspects });
      if (suspects?.length === 0) await watch.markChecked(grant.grantId);
    }
  }

  async function suspectsOf({
    refreshToken,
    region,
    sellerId,
    stores,
  }: GrantToCheck): Promise<FleetAnswer['suspects']> {
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
      // An outage, a limit or a fault of our application says nothing about any seller.
      if (error instanceof AmazonFault) return undefined;
      throw error;
    }
  }

  await Promise.all(Array.from({ length: askedAtOnce }, askOn));
  return answers;
}

export function isFailing({ suspects }: FleetAnswer): boolean {
  return suspects !== undefined && suspects.length > 0;
}

export function countAnswers(answers: readonly FleetAnswer[]): { readonly checked: number; readonly failing: number } {
  const checked = answers.filter(({ suspects }) => suspects).length;
  return { checked, failing: answers.filter(isFailing).length };
}

/** So many connections that are not due, whoever waits longest first: does the fleet fail, or only some of it? */
export async function listOthers(
  { watch }: Pick<AskFleetDeps, 'watch'>,
  asked: ReadonlySet<string>,
  count: number,
): Promise<readonly GrantToCheck[]> {
  const all = await watch.listGrantsToCheck(0, count + asked.size);
  return all.filter(({ grantId }) => !asked.has(grantId)).slice(0, count);
}
