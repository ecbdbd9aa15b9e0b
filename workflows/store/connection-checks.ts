import { patched } from '@temporalio/workflow';
import type { CheckResult } from '../../activities/contract.ts';
import { checkStarted, isRevocationConfirmed } from '../../domain/store-life.ts';
import { isConnected } from '../../domain/store-status.ts';
import { checkActivities, storeActivities } from '../activity-options.ts';
import { type QueuedEvent, runInBackground, undefinedOnFailure } from '../background-task.ts';
import type { CommandOrigin } from '../messages.ts';
import type { StoreJournal } from './journal.ts';

/** Whether the authorization of a connected store still works: one check at a time, in the background. */
export class ConnectionChecks {
  isUnderWay = false;
  private readonly journal: StoreJournal;
  private readonly events: QueuedEvent[];

  constructor(journal: StoreJournal, events: QueuedEvent[]) {
    this.journal = journal;
    this.events = events;
  }

  async start(origin?: CommandOrigin): Promise<void> {
    const { journal } = this;
    if (this.isUnderWay || !isConnected(journal.store.status)) return;
    this.isUnderWay = true;
    journal.store = checkStarted(journal.store);
    runInBackground(
      this.events,
      () => checkActivities.checkConnection(journal.storeId).catch(undefinedOnFailure),
      (result) => this.finish(result, origin),
    );
  }

  private async finish(result: CheckResult | undefined, origin: CommandOrigin | undefined): Promise<void> {
    // An operator may send a signal by hand, with any argument.
    const auditId = origin?.auditId;
    const { journal } = this;
    this.isUnderWay = false;
    if (!result) return journal.record({ kind: 'check_inconclusive' }, { auditId });
    if (this.isAboutOlderAuthorization(result) && patched('check-current-authorization')) return this.start(origin);
    if (result.outcome === 'connected') return journal.record({ kind: 'check_passed' }, { auditId });
    await journal.record({ kind: 'check_failed', reason: result.reason });
    // A token of another seller is of no use to the store, and proven: it needs no confirmation over time.
    const isWrongSeller = result.reason.code === 'seller_mismatch';
    if (!isWrongSeller && !this.isConnectionEnded()) return;
    // With an attempt under way, only release 0.2.0 confirmed a revocation.
    const dropsAttempts = !isWrongSeller && journal.store.attempt !== undefined;
    await journal.record({ kind: 'disconnected', reason: result.reason, ...(dropsAttempts && { dropsAttempts }) });
    const { storeId, seq } = journal;
    const key = `disconnected/${storeId}/${seq}`;
    await storeActivities.queueMessage({ kind: 'connect_again', storeId, key, reason: result.reason });
  }

  /** The authorization was renewed while Amazon was asked about the one before. */
  private isAboutOlderAuthorization({ authorizedAt }: CheckResult): boolean {
    return authorizedAt !== undefined && authorizedAt < (this.journal.store.authorization?.authorizedAt ?? '');
  }

  private isConnectionEnded(): boolean {
    const { store } = this.journal;
    // A consent that is being verified decides: the next check disconnects the store if it is refused.
    if (patched('confirmed-over-time')) return !store.attempt && isRevocationConfirmed(store, new Date().toISOString());
    // Release 0.2.0 counted the checks.
    return (store.suspicion?.failures ?? 0) >= 3;
  }
}
