import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { StoreChange } from '../../activities/contract.ts';
import { endedAttempts } from '../../domain/store-attempts.ts';
import {
  advance,
  newStore,
  nextStep,
  periodInForce,
  type StoreEvent,
  type StoreState,
} from '../../domain/store-life.ts';
import { describeEvent, eventKey } from '../../domain/timeline.ts';
import { storeActivities } from '../activity-options.ts';
import type { StoreOnboardingInput } from '../messages.ts';
import { currentDetails } from './details.ts';
import { changedSearchAttributes } from './search-attributes.ts';

/** The state of a store. Every event passes here and reaches Temporal UI, the timeline and the read model. */
export class StoreJournal {
  readonly storeId: string;
  store: StoreState;
  seq: number;
  name: string;
  /** Consents received so far, newest last: a repeated signal has no effect. */
  consents: readonly string[];
  private readonly country: string;
  private readonly website: string;

  constructor(input: StoreOnboardingInput) {
    this.storeId = input.storeId;
    this.store = input.carried?.store ?? newStore;
    this.seq = input.carried?.seq ?? 0;
    this.name = input.name;
    this.consents = input.carried?.consents ?? [];
    this.country = input.country;
    this.website = input.website;
    this.show();
  }

  /** `consent`: what the seller's browser shows; it is recorded even when the event changes nothing. */
  async record(event: StoreEvent, { consent, auditId }: Pick<StoreChange, 'consent' | 'auditId'> = {}): Promise<void> {
    const at = new Date().toISOString();
    const before = this.store;
    const after = advance(before, event, at);
    if (after === before && !consent) return;
    const others = endedAttempts(before, event).filter(({ consentId }) => consentId !== consent?.consentId);
    this.store = after;
    this.seq += 1;
    const changed = changedSearchAttributes(before, after);
    if (changed.length > 0) upsertSearchAttributes(changed);
    this.show();
    await storeActivities.recordChange({
      storeId: this.storeId,
      key: eventKey(event, before, `${workflowInfo().runId}/${this.seq}`),
      at,
      status: after.status,
      enabled: after.enabled,
      reason: after.reason,
      authorization: periodInForce(after),
      next: nextStep(after),
      entry: describeEvent(event, before, after, at),
      consent,
      ...(others.length > 0 && { otherConsents: others }),
      auditId,
      carried: { store: after, seq: this.seq, consents: this.consents },
    });
  }

  rename(name: string): void {
    this.name = name;
    this.show();
  }

  private show(): void {
    const { name, country, website } = this;
    setCurrentDetails(currentDetails({ name, country, website }, this.store));
  }
}
