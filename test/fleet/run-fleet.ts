/** Lets a fleet live through its plan on a running product, and brings back what was seen of it. */
import { eventually } from '../setup/eventually.ts';
import type { Stack } from '../e2e/stack.ts';
import { Agenda } from './agenda.ts';
import { type FleetOptions, type Incident, planFleet } from './plan.ts';
import type { Disturbance, FleetRecord } from './fleet-record.ts';
import { Recorder } from './recorder.ts';
import { Seller, type SellerHarness } from './seller.ts';

export interface FleetRun {
  readonly record: FleetRecord;
  /** What people and incidents did, by its name. */
  readonly counts: ReadonlyMap<string, number>;
  /** What people could not do, as sentences. */
  readonly failures: readonly string[];
  readonly requestCount: number;
}

const yearDays = 365;
const peopleAtOnce = 16;
/** What a killed worker was doing is given out again when its time is up: 30 s for a call to Amazon, less for the rest. */
const afterKillMs = 32_000;

type Disturbed = Omit<Disturbance, 'sellerId'> & { readonly account?: string };

/** `say` hears how far the years are. */
export async function runFleet(
  stack: Stack,
  options: FleetOptions,
  say: (sentence: string) => void = () => undefined,
): Promise<FleetRun> {
  const plan = planFleet(options);
  const dayMs = options.yearMs / yearDays;
  const beganAtMs = Date.now();
  const agenda = new Agenda(peopleAtOnce);
  const counts = new Map<string, number>();
  const disturbed: Disturbed[] = [];
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  /** What was tried meanwhile is tried again after a pause that is at most as long as it has lasted. */
  const disturb = (what: string, days: number, account?: string): void => {
    count(what);
    const fromMs = Date.now();
    const toMs = fromMs + 2 * days * dayMs + 1000;
    disturbed.push({ what, isOurs: false, fromMs, toMs, ...(account !== undefined && { account }) });
  };

  const world: SellerHarness = {
    actors: stack,
    agenda,
    dayMs,
    startedAtMs: beganAtMs,
    seed: options.seed,
    count,
    disturb,
  };
  const sellers = plan.sellers.map((each) => new Seller(world, each));
  const recorder = await Recorder.start(stack, {
    onMail: (mail) => {
      const [, number] = /^owner-(\d+)@/.exec(mail.to) ?? [];
      if (number !== undefined) sellers[Number(number)]?.takeMail(mail);
    },
    onChange: (change) => {
      const [, number] = /^Fleet-(\d+)-/.exec(change.store?.name ?? '') ?? [];
      if (number !== undefined) sellers[Number(number)]?.takeChange(change);
    },
  });
  for (const incident of plan.incidents)
    agenda.at(beganAtMs + incident.onDay * dayMs, incident.kind, () => happen(incident));

  async function happen({ kind, days }: Incident): Promise<void> {
    if (kind !== 'worker_killed') {
      await stack.fault({ kind, seconds: (days * dayMs) / 1000, ...(kind === 'slow' && { ms: 200 }) });
      return disturb(kind, days);
    }
    const fromMs = Date.now();
    await stack.crash('worker');
    count(kind);
    disturbed.push({ what: kind, isOurs: true, fromMs, toMs: Date.now() + afterKillMs });
  }

  const untilMs = beganAtMs + options.years * options.yearMs;
  const counted = () => [...counts].map(([what, times]) => `${times} ${what}`).join(', ');
  for (let atMs = beganAtMs; atMs < untilMs; atMs += options.yearMs / 4) {
    await eventually(
      () => {
        if (Date.now() < Math.min(atMs + options.yearMs / 4, untilMs)) throw new Error('The quarter is not over.');
      },
      { timeoutMs: options.yearMs, intervalMs: 250 },
    );
    say(`Day ${Math.round((Date.now() - beganAtMs) / dayMs)}: ${counted()}; ${agenda.failures.length} failed`);
  }
  await agenda.close();
  say('The years are over; reading what is left.');
  const { sellerIdOf, requestCount, invalidRequests: strange, ...seen } = await recorder.finish();
  const disturbances = disturbed.flatMap(({ account, ...rest }) => {
    if (account === undefined) return [rest];
    const sellerId = sellerIdOf.get(account);
    return sellerId === undefined ? [] : [{ ...rest, sellerId }];
  });
  const record = { yearMs: options.yearMs, fromMs: beganAtMs, untilMs, ...seen, disturbances };
  return { record, counts, failures: [...agenda.failures, ...strange], requestCount };
}
