import * as wf from '@temporalio/workflow';
import { renewalMessageKey } from '../../domain/ids.ts';
import { reason, type Reason } from '../../domain/reasons.ts';
import { dueReminder, mailedLinkValidUntil } from '../../domain/renewal-schedule.ts';
import { type Authorization, checkStarted, isRevocationConfirmed, nextDue } from '../../domain/store-life.ts';
import { isConnected } from '../../domain/store-status.ts';
import { amazonCheck, steps } from '../activity-options.ts';
import { ConnectionAttempts } from './connection-attempts.ts';
import * as messages from '../messages.ts';
import { dueSummary } from './details.ts';
import { type Message, runBeside, taskOfItsOwn, unlessCancelled } from '../background-task.ts';
import { StoreJournal } from './journal.ts';

type CheckAnswer = { readonly outcome: 'connected' } | { readonly outcome: 'failing'; readonly reason: Reason };

/**
 * The life of one store: create it → await the seller's authorization → verify the connection → sleep until the next
 * date of its year → request renewal → … Events are handled one at a time; calls to Amazon run beside, so that an
 * outage stops no clock. Ends when the store is deleted or was refused; continues as new with every renewal.
 */
export async function storeOnboarding(input: messages.StoreOnboardingInput): Promise<messages.StoreOutcome> {
  const { storeId } = input;
  const journal = new StoreJournal(input);
  const inbox: Message[] = [];
  const attempts = new ConnectionAttempts(journal, inbox, input.carried?.consents ?? []);
  let creation: messages.CreationResult | undefined = input.carried && { outcome: 'created' };
  let checking = false;
  let startAnew = false;

  wf.setHandler(messages.createStore, async (): Promise<messages.CreationResult> => {
    await wf.condition(() => creation !== undefined);
    return creation ?? { outcome: 'created' };
  });
  wf.setHandler(messages.authorizationGranted, (granted) => void inbox.push(() => attempts.receive(granted)));
  wf.setHandler(messages.authorizationRenewed, (renewal) => void inbox.push(() => renewByAnotherStore(renewal)));
  wf.setHandler(messages.checkRequested, () => void inbox.push(startCheck));
  wf.setHandler(messages.disconnectRequested, () => void inbox.push(() => end('disconnected')));
  wf.setHandler(
    messages.enabledChanged,
    ({ enabled }) => void inbox.push(() => journal.record({ kind: enabled ? 'enabled' : 'disabled' })),
  );
  wf.setHandler(messages.storeRenamed, ({ name }) => journal.rename(name));
  wf.setHandler(messages.deletionRequested, () => void inbox.push(() => end('deleted')));
  wf.setHandler(messages.nudge, () => {
    startAnew = true;
  });

  creation ??= await create();
  if (creation.outcome === 'created') {
    while (journal.store.status !== 'deleted') {
      await nextEvent();
      if (mayStartAnew()) await taskOfItsOwn();
      if (mayStartAnew()) await continueAsNew();
    }
  }
  await taskOfItsOwn();
  await wf.condition(wf.allHandlersFinished);
  return creation.outcome === 'refused' ? creation : { outcome: 'deleted' };

  async function create(): Promise<messages.CreationResult> {
    const created = await steps.createStore(storeId);
    if (created.outcome === 'refused') return created;
    await journal.record({ kind: 'created' });
    if (input.sellerId) await attempts.reuse(input.sellerId);
    return created;
  }

  async function nextEvent(): Promise<void> {
    const due = nextDue(journal.store);
    const awake = () => inbox.length > 0 || mayStartAnew();
    const waitMs = due ? Date.parse(due.at) - Date.now() : 0;
    if (!due) await wf.condition(awake);
    else if (waitMs > 0) await wf.condition(awake, waitMs, { summary: dueSummary(due) });
    const message = inbox.shift();
    if (message) await message();
    else if (due && Date.now() >= Date.parse(due.at)) await (due.kind === 'check' ? startCheck() : requestRenewal());
  }

  async function renewByAnotherStore(authorization: Authorization): Promise<void> {
    const before = journal.store;
    await journal.record({ kind: 'authorized', authorization });
    // Stores of 0.1.0 did not continue as new here.
    if (journal.store !== before && wf.patched('anew-after-sibling')) startAnew = true;
  }

  async function requestRenewal(): Promise<void> {
    const { authorization, nextReminder, status } = journal.store;
    const reminder = authorization && dueReminder(authorization, nextReminder, Date.now());
    if (!reminder) return;
    if (reminder.days >= 0 && isConnected(status)) await journal.record({ kind: 'expired' });
    await journal.record({ kind: 'renewal_requested', reminder });
    const { grantId, expiresAt } = authorization;
    const { days, index } = reminder;
    const linkValidUntil = mailedLinkValidUntil(authorization, index);
    const key = renewalMessageKey(grantId, expiresAt, days);
    await steps.queueMessage({ kind: 'renewal', storeId, key, days, expiresAt, linkValidUntil });
  }

  async function startCheck(): Promise<void> {
    if (checking || !isConnected(journal.store.status)) return;
    checking = true;
    journal.store = checkStarted(journal.store);
    runBeside(inbox, () => amazonCheck.checkConnection(storeId).catch(unlessCancelled), finishCheck);
  }

  async function finishCheck(answer?: CheckAnswer): Promise<void> {
    checking = false;
    if (!answer) return journal.record({ kind: 'check_inconclusive' });
    if (answer.outcome === 'connected') return journal.record({ kind: 'check_passed' });
    await journal.record({ kind: 'check_failed', reason: answer.reason });
    if (!isRevocationConfirmed(journal.store)) return;
    await journal.record({ kind: 'disconnected', reason: answer.reason });
    const key = `disconnected/${storeId}/${journal.seq}`;
    await steps.queueMessage({ kind: 'connect_again', storeId, key, reason: answer.reason });
  }

  /** By an admin: the secret goes first, so that a store never looks ended while Amazon can still be called for it. */
  async function end(as: 'disconnected' | 'deleted'): Promise<void> {
    attempts.cancel();
    await steps.forgetAuthorization(storeId);
    if (as === 'deleted') return journal.record({ kind: 'deleted' });
    await journal.record({ kind: 'disconnected', reason: reason('disconnected_by_admin') });
  }

  function mayStartAnew(): boolean {
    const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = wf.workflowInfo();
    const wanted = startAnew || attempts.isRenewed || continueAsNewSuggested || targetWorkerDeploymentVersionChanged;
    return wanted && inbox.length === 0 && !attempts.isUnderWay && !checking && wf.allHandlersFinished();
  }

  function continueAsNew(): Promise<never> {
    const { name, store, seq } = journal;
    const again = wf.makeContinueAsNewFunc<typeof storeOnboarding>({ initialVersioningBehavior: 'AUTO_UPGRADE' });
    return again({ ...input, name, carried: { store, seq, consents: attempts.consents } });
  }
}
