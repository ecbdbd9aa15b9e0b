import type { Reason } from '../../domain/reasons.ts';
import { checkStarted, isRevocationConfirmed } from '../../domain/store-life.ts';
import { isConnected } from '../../domain/store-status.ts';
import { checkActivities, storeActivities } from '../activity-options.ts';
import { type QueuedEvent, runInBackground, undefinedOnFailure } from '../background-task.ts';
import type { StoreJournal } from './journal.ts';

type CheckResult = { readonly outcome: 'connected' } | { readonly outcome: 'failing'; readonly reason: Reason };

/** Whether the authorization of a connected store still works: one check at a time, in the background. */
export class ConnectionChecks {
  isUnderWay = false;
  private readonly journal: StoreJournal;
  private readonly events: QueuedEvent[];

  constructor(journal: StoreJournal, events: QueuedEvent[]) {
    this.journal = journal;
    this.events = events;
  }

  async start(): Promise<void> {
    const { journal } = this;
    if (this.isUnderWay || !isConnected(journal.store.status)) return;
    this.isUnderWay = true;
    journal.store = checkStarted(journal.store);
    runInBackground(
      this.events,
      () => checkActivities.checkConnection(journal.storeId).catch(undefinedOnFailure),
      (result) => this.finish(result),
    );
  }

  private async finish(result: CheckResult | undefined): Promise<void> {
    const { journal } = this;
    this.isUnderWay = false;
    if (!result) return journal.record({ kind: 'check_inconclusive' });
    if (result.outcome === 'connected') return journal.record({ kind: 'check_passed' });
    await journal.record({ kind: 'check_failed', reason: result.reason });
    if (!isRevocationConfirmed(journal.store)) return;
    await journal.record({ kind: 'disconnected', reason: result.reason });
    const { storeId, seq } = journal;
    const key = `disconnected/${storeId}/${seq}`;
    await storeActivities.queueMessage({ kind: 'connect_again', storeId, key, reason: result.reason });
  }
}
