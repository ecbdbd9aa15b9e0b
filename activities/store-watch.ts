import type { Repositories } from '../adapters/postgres/index.ts';
import { type AlarmDeps, Alarms, type WatchLog } from './alarms.ts';
import type { EndedRun, StoreWorkflows } from './ports.ts';

const maxPerRound = 1000;
const concurrency = 8;
/** Temporal may list a run minutes after it has ended. */
const listingDelayMs = 10 * 60_000;
/** A date may pass while the worker restarts. */
const overdueGraceMs = 60_000;
const sweepSize = 50;
/** The API signals a consent right after it was received. */
const deliveryGraceMs = 5000;
/** Before the first id. */
const start = '00000000-0000-0000-0000-000000000000';
const kind = 'store_workflow_gone';

export interface StoreWatchDeps extends AlarmDeps {
  readonly stores: Pick<
    Repositories['stores'],
    | 'filterLiveStores'
    | 'listLiveStores'
    | 'listOverdueStores'
    | 'restartStore'
    | 'listAbandonedRequests'
    | 'forgetAbandonedRequest'
    | 'markRequestAccepted'
  >;
  readonly consents: Pick<Repositories['consents'], 'listUndelivered' | 'markDelivered'>;
  readonly temporal: AlarmDeps['temporal'] & StoreWorkflows;
}

/**
 * Finds stores whose workflow is gone and starts it again from their row: same status, same dates. It runs outside
 * Temporal, because it must survive what ends workflows there. Every worker may run one: a restart never replaces a
 * running workflow.
 *
 * A round looks at the runs that Temporal lists as ended, at overdue stores, and at the next few of all stores; when
 * those few include a store without a workflow, Temporal may have lost more, and the round goes on. It also delivers
 * consents whose signal was lost, and forgets requests that were abandoned a day ago.
 */
export class StoreWatch {
  private readonly deps: StoreWatchDeps;
  private readonly log: WatchLog;
  private readonly alarms: Alarms;
  /** Ended runs that need nothing more. */
  private readonly settledRuns = new Set<string>();
  /** Undefined until all runs that Temporal still knows have been looked at. */
  private endedSince: Date | undefined;
  private sweptUpTo = start;
  /** Stores whose restart failed: the others go on, and these are tried again in the next round. */
  private readonly failed = new Set<string>();

  constructor(deps: StoreWatchDeps, log: WatchLog) {
    this.deps = deps;
    this.log = log;
    this.alarms = new Alarms(deps, log);
  }

  /** Throws while Temporal or PostgreSQL is away; the next round goes on from there. */
  async runRound(): Promise<void> {
    const { stores } = this.deps;
    // First: a code is valid for minutes.
    await this.deliverConsents();
    const retried = await this.repair([...this.failed]);
    const ended = await this.repairEndedRuns();
    const overdue = await this.repair(await stores.listOverdueStores(overdueGraceMs, sweepSize));
    const swept = await this.sweep();
    if (retried + ended + overdue + swept === 0) await this.alarms.close(kind, { afterCalls: 2 });
    await this.forgetAbandonedRequests();
  }

  /**
   * An API process may end between receiving a consent and signalling it, and the seller may never come back. A store
   * without a workflow receives it with its restart.
   */
  private async deliverConsents(): Promise<void> {
    const { consents, temporal } = this.deps;
    for (const { consentId, storeId, sellingPartnerId } of await consents.listUndelivered(deliveryGraceMs, sweepSize))
      if (await temporal.deliverConsent(storeId, { consentId, sellingPartnerId }))
        await consents.markDelivered(consentId);
  }

  /** A request whose answer was lost may have a workflow after all: then it was accepted. */
  private async forgetAbandonedRequests(): Promise<void> {
    const { stores, temporal } = this.deps;
    for (const storeId of await stores.listAbandonedRequests(sweepSize))
      await ((await temporal.isStoreGone(storeId))
        ? stores.forgetAbandonedRequest(storeId)
        : stores.markRequestAccepted(storeId));
  }

  private async repairEndedRuns(): Promise<number> {
    const roundStartedAt = Date.now();
    const runs = await this.listUnsettledRuns();
    const live = await this.deps.stores.filterLiveStores(runs.map(({ storeId }) => storeId));
    const gone = await this.repair(live);
    for (const { runId } of runs) this.settledRuns.add(runId);
    if (runs.length < maxPerRound) this.endedSince = new Date(roundStartedAt - listingDelayMs);
    return gone;
  }

  private async listUnsettledRuns(): Promise<readonly EndedRun[]> {
    const runs: EndedRun[] = [];
    for await (const run of this.deps.temporal.listEndedRuns(this.endedSince)) {
      if (!this.settledRuns.has(run.runId)) runs.push(run);
      if (runs.length >= maxPerRound) break;
    }
    return runs;
  }

  private async sweep(): Promise<number> {
    let total = 0;
    for (let checked = 0; checked < maxPerRound; checked += sweepSize) {
      const ids = await this.deps.stores.listLiveStores(this.sweptUpTo, sweepSize);
      const gone = await this.repair(ids);
      this.sweptUpTo = ids.length < sweepSize ? start : (ids.at(-1) ?? start);
      total += gone;
      if (gone === 0 || ids.length < sweepSize) break;
    }
    return total;
  }

  /** Returns how many of the stores had no running workflow. The alarm opens before they have one again. */
  private async repair(storeIds: readonly string[]): Promise<number> {
    const gone: string[] = [];
    await forEach(storeIds, async (storeId) => {
      if (await this.deps.temporal.isStoreGone(storeId)) gone.push(storeId);
      this.failed.delete(storeId);
    });
    // Some may have been deleted between the two questions.
    const stillLive = await this.deps.stores.filterLiveStores(gone);
    const [storeId] = stillLive;
    if (storeId !== undefined) await this.alarms.open({ kind, params: { count: String(stillLive.length), storeId } });
    await forEach(stillLive, (id) => this.restart(id));
    return stillLive.length;
  }

  private async restart(storeId: string): Promise<void> {
    try {
      await this.deps.stores.restartStore(storeId, async (restart) => {
        const isStarted = await this.deps.temporal.restartStore(restart);
        if (isStarted) this.log.warn('Workflow of a store started again', { storeId });
      });
    } catch (error) {
      this.failed.add(storeId);
      this.log.warn('Workflow of a store could not be started again; it is tried again', { storeId, err: error });
    }
  }
}

async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  async function workUntilEmpty(): Promise<void> {
    for (const item of queue) await work(item);
  }
  await Promise.all(Array.from({ length: concurrency }, workUntilEmpty));
}
