import { getExternalWorkflowHandle, type CancellationScope } from '@temporalio/workflow';
import type { Adoption, Refused, StoreChange } from '../../activities/contract.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { reason, type Reason } from '../../domain/reasons.ts';
import { reusedConsent } from '../../domain/store-life.ts';
import { amazonExchange, amazonVerification, steps } from '../activity-options.ts';
import { authorizationRenewed, type Granted } from '../messages.ts';
import { type Message, runBeside, unlessCancelled } from '../background-task.ts';
import type { StoreJournal } from './journal.ts';

type Verification = { readonly outcome: 'verified' } | Refused;
type Adopted = Extract<Adoption, { outcome: 'adopted' }>;

/** How a store comes to be connected: one attempt at a time, asked of Amazon beside the loop and adopted by it. */
export class ConnectionAttempts {
  private underWay: CancellationScope | undefined;
  private readonly journal: StoreJournal;
  private readonly inbox: Message[];
  /** Consents already taken, newest last: a repeated signal is effective once. */
  consents: readonly string[];
  /** A connected store was connected anew: its next year begins. */
  isRenewed = false;

  constructor(journal: StoreJournal, inbox: Message[], consents: readonly string[]) {
    this.journal = journal;
    this.inbox = inbox;
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
  async receive({ consentId, sellingPartnerId }: Granted): Promise<void> {
    if (this.consents.includes(consentId)) return;
    this.consents = [...this.consents, consentId].slice(-50);
    const { sellerId } = this.journal.store;
    if (sellerId && sellerId !== sellingPartnerId)
      return this.refuse(consentId, reason('seller_mismatch', { expected: sellerId, actual: sellingPartnerId }));
    this.cancel();
    await this.journal.record({ kind: 'authorization_received', consentId });
    const verify = async () => {
      const exchanged = await amazonExchange.exchangeAuthorizationCode(consentId);
      return exchanged.outcome === 'refused' ? exchanged : amazonVerification.verifyConnection(consentId);
    };
    this.begin(consentId, verify, () => steps.adoptAuthorization(consentId));
  }

  /** The seller agreed before, for another store of the region. */
  async reuse(sellerId: string): Promise<void> {
    const { storeId } = this.journal;
    await this.journal.record({ kind: 'authorization_reused', sellerId });
    const verify = () => amazonVerification.verifyReuse(storeId);
    this.begin(reusedConsent, verify, () => steps.reuseAuthorization(storeId));
  }

  private begin(consentId: string, verify: () => Promise<Verification>, adopt: () => Promise<Adoption>): void {
    this.underWay = runBeside(this.inbox, verify, async (verification) => {
      // A newer attempt took its place, or the store was disconnected meanwhile.
      if (this.journal.store.attempt?.consentId !== consentId) return;
      this.underWay = undefined;
      const adopted = verification.outcome === 'refused' ? verification : await adopt();
      await (adopted.outcome === 'refused' ? this.refuse(consentId, adopted.reason) : this.finish(consentId, adopted));
    });
  }

  private async finish(consentId: string, { authorization, siblings }: Adopted): Promise<void> {
    this.isRenewed ||= this.journal.store.setUp;
    await this.journal.record({ kind: 'authorized', consentId, authorization }, settled(consentId, 'connected'));
    for (const sibling of siblings) {
      const handle = getExternalWorkflowHandle(storeWorkflowId(sibling));
      // A sibling deleted in this moment has no workflow left to tell.
      await handle.signal(authorizationRenewed, authorization).catch(unlessCancelled);
    }
  }

  private async refuse(consentId: string, why: Reason): Promise<void> {
    await this.journal.record({ kind: 'authorization_refused', consentId, reason: why }, settled(consentId, why));
    if (why.code !== 'code_expired') return;
    const { storeId } = this.journal;
    await steps.queueMessage({ kind: 'connect_again', storeId, key: `connect_again/${consentId}`, reason: why });
  }
}

/** What the seller's browser is told; for a reused authorization none waits. */
function settled(consentId: string, outcome: 'connected' | Reason): StoreChange['consent'] {
  return consentId === reusedConsent ? undefined : { consentId, outcome };
}
