import { type CancellationScope, getExternalWorkflowHandle, patched } from '@temporalio/workflow';
import type { Adoption, Refused, StoreChange } from '../../activities/contract.ts';
import { reusedConsent } from '../../domain/connection-attempts.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { needsFreshLink, reason, type Reason } from '../../domain/reasons.ts';
import { isUnderWay } from '../../domain/store-attempts.ts';
import type { Undone } from '../../domain/store-restart.ts';
import { isConnected, type StoreStatus } from '../../domain/store-status.ts';
import { exchangeActivities, verificationActivities, storeActivities } from '../activity-options.ts';
import { authorizationRenewed, authorizationUndone, type AuthorizationGrantedSignal } from '../messages.ts';
import { type QueuedEvent, runInBackground, undefinedOnFailure } from '../background-task.ts';
import type { StoreJournal } from './journal.ts';

type Verification = { readonly outcome: 'verified' } | Refused;
/** The ids of the patches. */
const concurrentAttempts = 'concurrent-attempts';
const yearEndedDuringAttempt = 'year-ended-during-attempt';
const undoneAuthorization = 'undone-authorization';

type Adopted = Extract<Adoption, { outcome: 'adopted' }>;

/**
 * How a store gets connected: each consent is verified with Amazon in the background and adopted by the main loop. A
 * newer consent ends an older attempt only once it is verified itself: nothing is known about it before.
 */
export class ConnectionAttempts {
  /** By consent, oldest first. */
  private readonly underWay = new Map<string, CancellationScope>();
  private readonly journal: StoreJournal;
  private readonly events: QueuedEvent[];
  /** A store that was connected before has been connected again: its next year begins. */
  renewedThisRun = false;

  constructor(journal: StoreJournal, events: QueuedEvent[]) {
    this.journal = journal;
    this.events = events;
  }

  get isUnderWay(): boolean {
    return this.underWay.size > 0;
  }

  cancel(): void {
    for (const attempt of this.underWay.values()) attempt.cancel();
    this.underWay.clear();
  }

  /** The seller agreed at Amazon. */
  async receive({ consentId, sellingPartnerId }: AuthorizationGrantedSignal): Promise<void> {
    const { journal } = this;
    if (journal.consents.includes(consentId)) return;
    journal.consents = [...journal.consents, consentId].slice(-50);
    const { sellerId } = journal.store;
    if (sellerId && sellerId !== sellingPartnerId)
      return this.refuse(consentId, reason('seller_mismatch', { expected: sellerId, actual: sellingPartnerId }));
    const returnTo = this.endOlderAttempts();
    await journal.record({ kind: 'authorization_received', consentId, underWay: [...this.underWay.keys()], returnTo });
    this.resume(consentId);
  }

  /** The seller agreed before, for another store of the region. */
  async reuse(sellerId: string): Promise<void> {
    await this.journal.record({ kind: 'authorization_reused', sellerId });
    this.resume(reusedConsent);
  }

  /** Exchanges and verifies the consent of the recorded attempt; every step of it may be repeated. */
  resume(consentId: string): void {
    const { storeId } = this.journal;
    if (consentId === reusedConsent) {
      const verify = () => verificationActivities.verifyReuse(storeId);
      return this.begin(consentId, verify, () => storeActivities.reuseAuthorization(storeId));
    }
    const verify = async () => {
      const exchanged = await exchangeActivities.exchangeAuthorizationCode(consentId);
      return exchanged.outcome === 'refused' ? exchanged : verificationActivities.verifyConnection(consentId);
    };
    return this.begin(consentId, verify, () => storeActivities.adoptAuthorization(consentId));
  }

  private begin(consentId: string, verify: () => Promise<Verification>, adopt: () => Promise<Adoption>): void {
    const attempt = runInBackground(this.events, verify, async (verification) => {
      // A newer consent was adopted, or the store was disconnected meanwhile.
      if (!this.underWay.has(consentId)) return;
      if (!isUnderWay(this.journal.store, consentId)) {
        // Release 0.2.0 ended the attempt with the connection when a revocation was confirmed meanwhile.
        if (!patched(concurrentAttempts)) return;
        await this.journal.record({ kind: 'authorization_received', consentId, underWay: this.olderThan(consentId) });
      }
      const adopted = verification.outcome === 'refused' ? verification : await adopt();
      if (adopted.outcome === 'adopted') this.cancelOlderThan(consentId);
      this.underWay.delete(consentId);
      await (adopted.outcome === 'refused' ? this.refuse(consentId, adopted.reason) : this.finish(consentId, adopted));
    });
    this.underWay.set(consentId, attempt);
  }

  /** Release 0.2.0 ended them, and returned to the status before them when the new one was refused. */
  private endOlderAttempts(): StoreStatus | undefined {
    if (!this.isUnderWay || patched(concurrentAttempts)) return undefined;
    this.cancel();
    return this.journal.store.attempt?.returnTo;
  }

  private olderThan(consentId: string): readonly string[] {
    const consents = [...this.underWay.keys()];
    return consents.slice(0, consents.indexOf(consentId));
  }

  private cancelOlderThan(consentId: string): void {
    for (const older of this.olderThan(consentId)) {
      this.underWay.get(older)?.cancel();
      this.underWay.delete(older);
    }
  }

  private async finish(consentId: string, { authorization, siblings }: Adopted): Promise<void> {
    this.renewedThisRun ||= this.journal.store.setUp;
    await this.journal.record(
      { kind: 'authorized', consentId, authorization },
      { consent: settled(consentId, 'connected') },
    );
    for (const sibling of siblings) {
      const handle = getExternalWorkflowHandle(storeWorkflowId(sibling));
      // A sibling that has just been deleted has no running workflow.
      await handle.signal(authorizationRenewed, authorization).catch(undefinedOnFailure);
    }
  }

  /** As the browser that gave the consent has requested. What is under way goes on: a newer consent decides. */
  async undo(consentId: string): Promise<void> {
    // An older release has ignored the signal.
    if (!patched(undoneAuthorization)) return;
    const undo = await storeActivities.undoAuthorization(consentId);
    if (undo.outcome === 'too_late') return;
    const { undone, restored, siblings } = undo;
    await this.journal.record({ kind: 'authorization_undone', consentId, undone, restored });
    for (const sibling of siblings) {
      const handle = getExternalWorkflowHandle(storeWorkflowId(sibling));
      await handle.signal(authorizationUndone, { undone, restored }).catch(undefinedOnFailure);
    }
  }

  async undoByAnotherStore(undone: Undone): Promise<void> {
    if (patched(undoneAuthorization)) await this.journal.record({ kind: 'authorization_undone', ...undone });
  }

  private async refuse(consentId: string, why: Reason): Promise<void> {
    const returnTo = this.statusAfterLostYear();
    const refused = { kind: 'authorization_refused', consentId, reason: why, ...(returnTo && { returnTo }) } as const;
    await this.journal.record(refused, { consent: settled(consentId, why) });
    // Another attempt may still connect the store.
    if (!needsFreshLink(why.code) || this.isUnderWay) return;
    const { storeId, store } = this.journal;
    await storeActivities.queueMessage({
      kind: 'connect_again',
      storeId,
      key: `connect_again/${consentId}`,
      reason: why,
      ...(isConnected(store.status) && { connection: 'kept' }),
      ...(!store.setUp && { connection: 'none_yet' }),
    });
  }

  /** Release 0.2.0 would return to the connection of a year that ended during an older attempt. */
  private statusAfterLostYear(): StoreStatus | undefined {
    const { status, attempt } = this.journal.store;
    const isLost = status === 'verifying' && attempt !== undefined && isConnected(attempt.returnTo);
    return isLost && patched(yearEndedDuringAttempt) ? 'expired' : undefined;
  }
}

/** What the seller's browser shows; no browser waits for a reused authorization. */
function settled(consentId: string, outcome: 'connected' | Reason): StoreChange['consent'] {
  return consentId === reusedConsent ? undefined : { consentId, outcome };
}
