/** Carries out a fleet's plan on a running product, and records what can be observed from outside. */
import { eventually } from '../setup/eventually.ts';
import type { Stack } from '../e2e/stack.ts';
import { Agenda } from './agenda.ts';
import { type FleetOptions, type Incident, planFleet } from './plan.ts';
import type { Disturbance, FleetRecord } from './fleet-record.ts';
import { type LinkMail, Recorder } from './recorder.ts';
import { Seller, type SellerHarness } from './seller.ts';

export interface FleetRun {
  readonly record: FleetRecord;
  /** Actions of people and incidents by name. */
  readonly counts: ReadonlyMap<string, number>;
  /** Actions of people that failed, as sentences. */
  readonly failures: readonly string[];
  readonly requestCount: number;
}

const yearDays = 365;
const maxConcurrentActions = 16;
/** Activities of a killed worker are retried after their timeout: 30 s for a call to Amazon, less for the rest. */
const afterKillMs = 32_000;

type AccountDisturbance = Omit<Disturbance, 'sellerId'> & { readonly account?: string };

/** `print` receives the progress as sentences. */
export function runFleet(
  stack: Stack,
  options: FleetOptions,
  print: (sentence: string) => void = () => undefined,
): Promise<FleetRun> {
  return new FleetRunner(stack, options, print).run();
}

class FleetRunner {
  readonly #stack: Stack;
  readonly #options: FleetOptions;
  readonly #print: (sentence: string) => void;
  readonly #dayMs: number;
  readonly #startedAtMs = Date.now();
  readonly #untilMs: number;
  readonly #agenda = new Agenda(maxConcurrentActions);
  readonly #counts = new Map<string, number>();
  readonly #disturbances: AccountDisturbance[] = [];

  constructor(stack: Stack, options: FleetOptions, print: (sentence: string) => void) {
    this.#stack = stack;
    this.#options = options;
    this.#print = print;
    this.#dayMs = options.yearMs / yearDays;
    this.#untilMs = this.#startedAtMs + options.years * options.yearMs;
  }

  async run(): Promise<FleetRun> {
    const { yearMs } = this.#options;
    const plan = planFleet(this.#options);
    const harness = this.#harness();
    const sellers = plan.sellers.map((sellerPlan) => new Seller(harness, sellerPlan));
    const recorder = await this.#record(sellers);
    for (const incident of plan.incidents)
      this.#agenda.at(this.#startedAtMs + incident.onDay * this.#dayMs, incident.kind, () => this.#cause(incident));
    await this.#awaitEnd();
    await this.#agenda.close();
    this.#print('The years are over; reading the rest.');
    const { sellerIdOf, requestCount, invalidRequests, ...observations } = await recorder.finish();
    const disturbances = this.#disturbances.flatMap(({ account, ...disturbance }) => {
      if (account === undefined) return [disturbance];
      const sellerId = sellerIdOf.get(account);
      return sellerId === undefined ? [] : [{ ...disturbance, sellerId }];
    });
    return {
      record: { yearMs, fromMs: this.#startedAtMs, untilMs: this.#untilMs, ...observations, disturbances },
      counts: this.#counts,
      failures: [...this.#agenda.failures, ...invalidRequests],
      requestCount,
    };
  }

  #harness(): SellerHarness {
    return {
      actors: this.#stack,
      agenda: this.#agenda,
      dayMs: this.#dayMs,
      startedAtMs: this.#startedAtMs,
      seed: this.#options.seed,
      count: (action) => this.#count(action),
      disturb: (what, days, account) => this.#disturb(what, days, account),
    };
  }

  #record(sellers: readonly Seller[]): Promise<Recorder> {
    return Recorder.start(this.#stack, {
      onMail: (mail: LinkMail) => {
        const [, number] = /^owner-(\d+)@/.exec(mail.to) ?? [];
        if (number !== undefined) sellers[Number(number)]?.takeMail(mail);
      },
      onChange: (change) => {
        const [, number] = /^Fleet-(\d+)-/.exec(change.store?.name ?? '') ?? [];
        if (number !== undefined) sellers[Number(number)]?.takeChange(change);
      },
    });
  }

  async #cause({ kind, days }: Incident): Promise<void> {
    if (kind !== 'worker_killed') {
      await this.#stack.fault({ kind, seconds: (days * this.#dayMs) / 1000, ...(kind === 'slow' && { ms: 200 }) });
      return this.#disturb(kind, days);
    }
    const fromMs = Date.now();
    await this.#stack.crash('worker');
    this.#count(kind);
    this.#disturbances.push({ what: kind, isOurs: true, fromMs, toMs: Date.now() + afterKillMs });
  }

  #count(action: string): void {
    this.#counts.set(action, (this.#counts.get(action) ?? 0) + 1);
  }

  /** A retry follows after a delay that is at most as long as the disturbance has lasted. */
  #disturb(what: string, days: number, account?: string): void {
    this.#count(what);
    const fromMs = Date.now();
    this.#disturbances.push({ what, isOurs: false, fromMs, toMs: fromMs + 2 * days * this.#dayMs + 1000, account });
  }

  /** Prints the progress after each quarter of a year. */
  async #awaitEnd(): Promise<void> {
    const quarterMs = this.#options.yearMs / 4;
    for (let atMs = this.#startedAtMs; atMs < this.#untilMs; atMs += quarterMs) {
      await eventually(
        () => {
          if (Date.now() < Math.min(atMs + quarterMs, this.#untilMs)) throw new Error('The quarter is not over.');
        },
        { timeoutMs: this.#options.yearMs, intervalMs: 250 },
      );
      const day = Math.round((Date.now() - this.#startedAtMs) / this.#dayMs);
      const counts = [...this.#counts].map(([action, times]) => `${times} ${action}`).join(', ');
      this.#print(`Day ${day}: ${counts}; ${this.#agenda.failures.length} failed`);
    }
  }
}
