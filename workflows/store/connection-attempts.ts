import { getExternalWorkflowHandle, patched, type CancellationScope } from '@temporalio/workflow';
import type { Adoption, Refused, StoreChange } from '../../activities/contract.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { reason, type Reason } from '../../domain/reasons.ts';
import { reusedConsent } from '../../domain/store-life.ts';
import { isConnected, type StoreStatus } from '../../domain/store-status.ts';
import { exchangeActivities, verificationActivities, storeActivities } from '../activity-options.ts';
import { authorizationRenewed, type AuthorizationGrantedSignal } from '../messages.ts';
import { type QueuedEvent, runInBackground, undefinedOnFailure } from '../background-task.ts';
import type { StoreJournal } from './journal.ts';

type Verification = { readonly outcome: 'verified' } | Refused;
type Adopted = Extract<Adoption, { outcome: 'adopted' }>;

/** How a store gets connected: one attempt at a time, verified with Amazon in the background, adopted by the main loop. */
export class ConnectionAttempts {
  private underWay: CancellationScope | undefined;
  private readonly journal: StoreJournal;
  private readonly events: QueuedEvent[];
  /** Consents received so far, newest last: a repeated signal has no effect. */
  consents: readonly string[];
  /** A store that was connected before has been connected again: its next year begins. */
  renewedThisRun = false;

  constructor(journal: StoreJournal, events: QueuedEvent[], consents: readonly string[]) {
    this.journal = journal;
    this.events = events;
    this.consents = consents;
  }

  get isUnderWay(): boolean {
    return this.underWay !== undefined;
  }

  cancel(): void {
    this.underWay?.cancel();
    this.underWay = undefined;
  }

  /** The seller agreed at Amazon. */
  async receive({ consentId, sellingPartnerId }: AuthorizationGrantedSignal): Promise<void> {
    if (this.consents.includes(consentId)) return;
    this.consents = [...this.consents, consentId].slice(-50);
    const { sellerId } = this.journal.store;
    if (sellerId && sellerId !== sellingPartnerId)
      return this.refuse(consentId, reason('seller_mismatch', { expected: sellerId, actual: sellingPartnerId }));
    this.cancel();
    await this.journal.record({ kind: 'authorization_received', consentId, returnTo: this.legacyReturnTo() });
    const verify = async () => {
      const exchanged = await exchangeActivities.exchangeAuthorizationCode(consentId);
      return exchanged.outcome === 'refused' ? exchanged : verificationActivities.verifyConnection(consentId);
    };
    this.begin(consentId, verify, () => storeActivities.adoptAuthorization(consentId));
  }

  /** The seller agreed before, for another store of the region. */
  async reuse(sellerId: string): Promise<void> {
    const { storeId } = this.journal;
    await this.journal.record({ kind: 'authorization_reused', sellerId });
    const verify = () => verificationActivities.verifyReuse(storeId);
    this.begin(reusedConsent, verify, () => storeActivities.reuseAuthorization(storeId));
  }

  private begin(consentId: string, verify: () => Promise<Verification>, adopt: () => Promise<Adoption>): void {
    this.underWay = runInBackground(this.events, verify, async (verification) => {
      // A newer attempt has replaced this one, or the store was disconnected meanwhile.
      if (this.journal.store.attempt?.consentId !== consentId) return;
      this.underWay = undefined;
      const adopted = verification.outcome === 'refused' ? verification : await adopt();
      await (adopted.outcome === 'refused' ? this.refuse(consentId, adopted.reason) : this.finish(consentId, adopted));
    });
  }

  private async finish(consentId: string, { authorization, siblings }: Adopted): Promise<void> {
    this.renewedThisRun ||= this.journal.store.setUp;
    await this.journal.record({ kind: 'authorized', consentId, authorization }, settled(consentId, 'connected'));
    for (const sibling of siblings) {
      const handle = getExternalWorkflowHandle(storeWorkflowId(sibling));
      // A sibling that has just been deleted has no running workflow.
      await handle.signal(authorizationRenewed, authorization).catch(undefinedOnFailure);
    }
  }

  private async refuse(consentId: string, why: Reason): Promise<void> {
    await this.journal.record({ kind: 'authorization_refused', consentId, reason: why }, settled(consentId, why));
    if (why.code !== 'code_expired' && why.code !== 'no_refresh_token') return;
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

  /** Release 0.2.0 returned an expired store to the status before the consent that the new one replaces. */
  private legacyReturnTo(): StoreStatus | undefined {
    const { attempt, status } = this.journal.store;
    return attempt && status === 'expired' && !patched('expired-stays-expired') ? attempt.returnTo : undefined;
  }
}

/** What the seller's browser shows; no browser waits for a reused authorization. */
function settled(consentId: string, outcome: 'connected' | Reason): StoreChange['consent'] {
  return consentId === reusedConsent ? undefined : { consentId, outcome };
}
