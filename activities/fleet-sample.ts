import { coalesceCalls } from '../domain/coalesce.ts';
import { isFleetFailing, maxSpellMs } from '../domain/connection-watch.ts';
import type { Alarms } from './alarms.ts';
import {
  checkConnections,
  type CheckConnectionsDeps,
  type ConnectionCheck,
  countChecks,
  idsOf,
  isRefused,
  isUnanswered,
  sampleConnections,
} from './check-connections.ts';

const sampleSize = 8;
const timeoutMs = 5000;

export interface FleetSampleDeps extends CheckConnectionsDeps {
  readonly alarms: Pick<Alarms, 'openForMs' | 'open' | 'close'>;
}

/** Compares a store whose authorization Amazon refuses with a sample of other sellers. */
export class FleetSample {
  private readonly deps: FleetSampleDeps;
  /** When Amazon starts to refuse good tokens, many stores ask at once: they share one sample. */
  private readonly checkSample: () => Promise<readonly ConnectionCheck[]>;

  constructor(deps: FleetSampleDeps) {
    this.deps = deps;
    this.checkSample = coalesceCalls(() => checkSample(deps), { joinRunning: false });
  }

  /** Whether Amazon refuses so many sellers that the refusal of this store says nothing about its own seller. */
  async isFleetRefused(storeId: string): Promise<boolean> {
    const isHeldBack = await this.isHeldBack();
    if (isHeldBack !== undefined) return isHeldBack;
    const checks = await this.checkSample();
    const others = checks.filter(({ authorization }) =>
      authorization.stores.every((store) => store.storeId !== storeId),
    );
    const { checked, failing } = countChecks(others);
    // No conclusion is drawn while most of the sample gets no answer.
    if (checked * 2 < others.length) return true;
    return isFleetFailing({ checked: checked + 1, failing: failing + 1 });
  }

  /** Whether the breaker keeps stores from changing their status; undefined while it is closed. */
  async isHeldBack(): Promise<boolean | undefined> {
    const breakerOpenMs = await this.deps.alarms.openForMs('fleet_breaker');
    return breakerOpenMs === undefined ? undefined : breakerOpenMs < maxSpellMs(this.deps.yearMs);
  }
}

/** Those that are not healthy come last next time, so that the next sample takes other sellers. */
async function checkSample(deps: CheckConnectionsDeps): Promise<readonly ConnectionCheck[]> {
  const sample = await sampleConnections(deps, [], sampleSize);
  const checks = await checkConnections(deps, sample, { endMs: Date.now() + timeoutMs, isSample: true });
  await deps.authorizations.markUnanswered(idsOf(checks.filter((check) => isUnanswered(check) || isRefused(check))));
  return checks;
}
