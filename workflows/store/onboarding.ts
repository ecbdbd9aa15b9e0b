import * as wf from '@temporalio/workflow';
import { renewalMessageKey } from '../../domain/ids.ts';
import { reason } from '../../domain/reasons.ts';
import { dueReminder, mailedLinkValidUntil } from '../../domain/renewal-schedule.ts';
import { type Authorization, type Due, nextDue } from '../../domain/store-life.ts';
import { consentsUnderWay } from '../../domain/store-attempts.ts';
import type { MissedSignals } from '../../domain/store-restart.ts';
import { isConnected } from '../../domain/store-status.ts';
import { storeActivities } from '../activity-options.ts';
import type { QueuedEvent } from '../background-task.ts';
import { awaitNextWorkflowTask, continueAsNew, isNewRunSuggested } from '../continue-as-new.ts';
import * as messages from '../messages.ts';
import { ConnectionAttempts } from './connection-attempts.ts';
import { ConnectionChecks } from './connection-checks.ts';
import { dueSummary } from './details.ts';
import { StoreJournal } from './journal.ts';

/**
 * The life of one store: create it → wait for the seller's authorization → verify the connection → sleep until the next
 * date of its year → request renewal → … Events are handled one at a time; calls to Amazon run in the background, so
 * that an outage delays no date. Ends when the store is deleted or refused; continues as new with every renewal. A
 * cancellation ends only this run, between two events: the store watch starts the next one from what was recorded.
 */
export async function storeOnboarding(input: messages.StoreOnboardingInput): Promise<messages.StoreOutcome> {
  const store = new StoreLifecycle(input);
  store.registerHandlers();
  return store.run();
}

class StoreLifecycle {
  private readonly input: messages.StoreOnboardingInput;
  private readonly storeId: string;
  private readonly journal: StoreJournal;
  private readonly events: QueuedEvent[] = [];
  private readonly attempts: ConnectionAttempts;
  private readonly checks: ConnectionChecks;
  private creation: messages.CreationResult | undefined;
  private continueAsNewRequested = false;

  constructor(input: messages.StoreOnboardingInput) {
    this.input = input;
    this.storeId = input.storeId;
    this.journal = new StoreJournal(input);
    this.attempts = new ConnectionAttempts(this.journal, this.events);
    this.checks = new ConnectionChecks(this.journal, this.events);
    this.creation = input.carried && { outcome: 'created' };
  }

  registerHandlers(): void {
    wf.setHandler(messages.createStore, () => this.awaitCreation());
    this.onSignal(messages.authorizationGranted, (granted) => this.attempts.receive(granted));
    this.onSignal(messages.authorizationRenewed, (authorization) => this.renewByAnotherStore(authorization));
    this.onSignal(messages.undoRequested, ({ consentId }) => this.attempts.undo(consentId));
    this.onSignal(messages.authorizationUndone, (undone) => this.attempts.undoByAnotherStore(undone));
    this.onSignal(messages.checkRequested, (origin?: messages.CommandOrigin) => this.checks.start(origin));
    this.onSignal(messages.disconnectRequested, (origin?: messages.CommandOrigin) => this.end('disconnected', origin));
    this.onSignal(messages.enabledChanged, ({ enabled, auditId }) =>
      this.journal.record({ kind: enabled ? 'enabled' : 'disabled' }, { auditId }),
    );
    wf.setHandler(messages.storeRenamed, ({ name }) => this.journal.rename(name));
    this.onSignal(messages.authorizationLost, (lost) => this.loseAuthorization(lost));
    this.onSignal(messages.deletionRequested, (origin?: messages.CommandOrigin) => this.end('deleted', origin));
    wf.setHandler(messages.nudge, () => {
      this.continueAsNewRequested = true;
    });
  }

  async run(): Promise<messages.StoreOutcome> {
    const { missed } = this.input.carried ?? {};
    if (missed) await uninterrupted(() => this.resume(missed));
    this.creation ??= await uninterrupted(() => this.create());
    if (this.creation.outcome === 'created') {
      while (this.journal.store.status !== 'deleted') {
        await this.handleNextEvent();
        if (this.shouldContinueAsNew()) await uninterrupted(awaitNextWorkflowTask);
        if (this.shouldContinueAsNew()) await this.continueAsNew();
      }
    }
    await uninterrupted(awaitNextWorkflowTask);
    await uninterrupted(() => wf.condition(wf.allHandlersFinished));
    return this.creation.outcome === 'refused' ? this.creation : { outcome: 'deleted' };
  }

  /** Queues the signal for the main loop. */
  private onSignal<Args extends unknown[]>(
    signal: wf.SignalDefinition<Args>,
    handle: (...args: Args) => Promise<void>,
  ): void {
    wf.setHandler(signal, (...args: Args) => void this.events.push(() => handle(...args)));
  }

  private async awaitCreation(): Promise<messages.CreationResult> {
    await wf.condition(() => this.creation !== undefined);
    return this.creation ?? { outcome: 'created' };
  }

  private async create(): Promise<messages.CreationResult> {
    const created = await storeActivities.createStore(this.storeId);
    if (created.outcome === 'refused') return created;
    await this.journal.record({ kind: 'created' });
    if (this.input.sellerId) await this.attempts.reuse(this.input.sellerId);
    return created;
  }

  /** After a restart: what was under way when the last run ended, then what was signalled since. */
  private async resume({ renewal, undone, undo, consents, isDetached }: MissedSignals): Promise<void> {
    const { suspicion } = this.journal.store;
    for (const consentId of consentsUnderWay(this.journal.store)) this.attempts.resume(consentId);
    if (suspicion && !suspicion.nextCheckAt) await this.checks.start();
    if (isDetached) this.events.push(() => this.end('disconnected'));
    if (undo !== undefined) this.events.push(() => this.attempts.undo(undo));
    if (undone) this.events.push(() => this.attempts.undoByAnotherStore(undone));
    if (renewal) this.events.push(() => this.renewByAnotherStore(renewal));
    for (const consent of consents) this.events.push(() => this.attempts.receive(consent));
  }

  private async handleNextEvent(): Promise<void> {
    const due = nextDue(this.journal.store);
    await this.awaitEvent(due);
    const event = this.events.shift();
    if (event) await uninterrupted(event);
    else if (due && Date.now() >= Date.parse(due.at))
      await uninterrupted(() => (due.kind === 'check' ? this.checks.start() : this.requestRenewal()));
  }

  /** Throws when the run was cancelled and every signal has been handled. */
  private async awaitEvent(due: Due | undefined): Promise<void> {
    const isAwake = () => this.events.length > 0 || this.shouldContinueAsNew();
    const waitMs = due ? Date.parse(due.at) - Date.now() : 0;
    try {
      if (!due) await wf.condition(isAwake);
      else if (waitMs > 0) await wf.condition(isAwake, waitMs, { summary: dueSummary(due) });
    } catch (error) {
      if (!wf.isCancellation(error) || this.events.length === 0) throw error;
    }
  }

  private async renewByAnotherStore(authorization: Authorization): Promise<void> {
    const before = this.journal.store;
    await this.journal.record({ kind: 'authorized', authorization });
    // Release 0.1.0 did not continue as new after such a renewal.
    if (this.journal.store !== before && wf.patched('anew-after-sibling')) this.continueAsNewRequested = true;
  }

  private async requestRenewal(): Promise<void> {
    const { authorization, nextReminder, status } = this.journal.store;
    const reminder = authorization && dueReminder(authorization, nextReminder, Date.now());
    if (!reminder) return;
    if (reminder.days >= 0 && isConnected(status)) await this.journal.record({ kind: 'expired' });
    await this.journal.record({ kind: 'renewal_requested', reminder });
    const { grantId, expiresAt } = authorization;
    const { days, index } = reminder;
    await storeActivities.queueMessage({
      kind: 'renewal',
      storeId: this.storeId,
      key: renewalMessageKey(grantId, expiresAt, days),
      days,
      expiresAt,
      linkValidUntil: mailedLinkValidUntil(authorization, index),
    });
  }

  /** By an admin. The secret is destroyed first: a store never looks ended while Amazon can still be called for it. */
  private async end(as: 'disconnected' | 'deleted', origin?: messages.CommandOrigin): Promise<void> {
    const auditId = origin?.auditId;
    this.attempts.cancel();
    await storeActivities.forgetAuthorization(this.storeId);
    if (as === 'deleted') return this.journal.record({ kind: 'deleted' }, { auditId });
    await this.journal.record({ kind: 'disconnected', reason: reason('disconnected_by_admin') }, { auditId });
  }

  /** What was lost is no longer a connection; the seller gets a fresh link. */
  private async loseAuthorization({ authorizedAt }: { readonly authorizedAt: string }): Promise<void> {
    const { storeId, store } = this.journal;
    if (!isConnected(store.status) || store.authorization?.authorizedAt !== authorizedAt) return;
    const why = reason('authorization_lost');
    await this.journal.record({ kind: 'disconnected', reason: why });
    const key = `authorization-lost/${storeId}/${authorizedAt}`;
    await storeActivities.queueMessage({ kind: 'connect_again', storeId, key, reason: why });
  }

  private shouldContinueAsNew(): boolean {
    const isWanted = this.continueAsNewRequested || this.attempts.renewedThisRun || isNewRunSuggested();
    const isIdle = this.events.length === 0 && !this.attempts.isUnderWay && !this.checks.isUnderWay;
    return isWanted && isIdle && wf.allHandlersFinished();
  }

  private continueAsNew(): Promise<never> {
    const { name, store, seq, consents } = this.journal;
    const carried = { store, seq, consents };
    return continueAsNew<typeof storeOnboarding>({ ...this.input, name, carried });
  }
}

/** A cancellation of the run waits until `step` has finished, so that no event is handled by half. */
function uninterrupted<T>(step: () => Promise<T>): Promise<T> {
  return wf.CancellationScope.nonCancellable(step);
}
