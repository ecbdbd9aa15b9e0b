/** What happens to a fleet: the same seed makes the same plan. Times are days from the beginning. */
import { createRandom, type Random } from './random.ts';

export interface FleetOptions {
  readonly stores: number;
  readonly sellers: number;
  readonly years: number;
  readonly yearMs: number;
  readonly seed: number;
  /** Within how many days all sellers join. */
  readonly joinDays: number;
  /** Between incidents; default 8 s, longer on a slow machine. */
  readonly minPauseMs?: number;
}

export interface FleetPlan {
  readonly sellers: readonly SellerPlan[];
  readonly incidents: readonly Incident[];
}

export interface SellerPlan {
  readonly number: number;
  /** Their account at Amazon. */
  readonly account: string;
  readonly countries: readonly string[];
  readonly joinsOnDay: number;
  /** Further stores use the first one's authorization instead of a consent of their own. */
  readonly reuses: boolean;
  /** Their reaction in each of their years, the last one repeated. */
  readonly answers: readonly [Answer, ...Answer[]];
  /** Whether they connect again after the connection has ended. */
  readonly returns: boolean;
  readonly revokesOnDays: readonly number[];
  readonly troubles: readonly Trouble[];
  readonly orders: readonly Order[];
  readonly lies: readonly Lie[];
}

/** A stranger finishes a consent for one of the seller's stores with an account of their own. */
export interface Lie {
  readonly onDay: number;
  readonly store: number;
  /** The callback is edited, so that it names the seller. */
  readonly isDisguised: boolean;
}

/** How a seller reacts to the reminders. */
export interface Answer {
  /** Day of the first reminder that is answered; absent: none. */
  readonly toDay?: number;
  readonly afterDays: number;
  readonly wrongAccountFirst: boolean;
  readonly abandonsFirst: boolean;
  readonly codeExpires: boolean;
}

/** Faults of Amazon for one seller. */
export interface Trouble {
  readonly kind: 'outage' | 'throttled' | 'slow';
  readonly onDay: number;
  readonly days: number;
}

/** A command of an admin for one of the seller's stores. */
export interface Order {
  readonly what: 'disconnect' | 'delete' | 'deactivate' | 'check';
  readonly store: number;
  readonly onDay: number;
}

/** A fault for all sellers. */
export interface Incident {
  readonly kind: (typeof kinds)[number];
  readonly onDay: number;
  readonly days: number;
}

const yearDays = 365;
const defaultMinPauseMs = 8000;
const northAmerica = ['US', 'CA', 'MX'] as const;

export function planFleet(options: FleetOptions): FleetPlan {
  const random = createRandom(options.seed);
  const countries = spreadStores(options, random);
  // Of their own, so that liars change nothing else in the plan of a seed.
  const liars = createRandom(options.seed + 1);
  const sellers = countries.map((ofSeller, number) => {
    const seller = planSeller(options, random, number, ofSeller);
    return { ...seller, lies: planLies(options, liars, seller) };
  });
  return { sellers, incidents: planIncidents(options, random) };
}

/** Every tenth sells in the United Kingdom, which is an account of its own; the others in one to three countries. */
function spreadStores({ stores, sellers }: FleetOptions, random: Random): string[][] {
  const isBritish = (number: number): boolean => number % 10 === 9;
  const maxStores = Array.from({ length: sellers }, (_, number) => (isBritish(number) ? 1 : northAmerica.length));
  if (stores < sellers || stores > maxStores.reduce((sum, count) => sum + count, 0))
    throw new Error(
      `${sellers} sellers have from ${sellers} to ${maxStores.reduce((a, b) => a + b, 0)} stores, not ${stores}.`,
    );
  const counts = maxStores.map(() => 1);
  for (let left = stores - sellers; left > 0;) {
    const number = random.whole(0, sellers - 1);
    if ((counts[number] ?? 0) >= (maxStores[number] ?? 0)) continue;
    counts[number] = (counts[number] ?? 0) + 1;
    left -= 1;
  }
  return counts.map((count, number) => (isBritish(number) ? ['GB'] : northAmerica.slice(0, count)));
}

function planLies(
  { years }: FleetOptions,
  random: Random,
  { joinsOnDay, countries }: Pick<SellerPlan, 'joinsOnDay' | 'countries'>,
): Lie[] {
  return Array.from({ length: years }).flatMap(() =>
    random.chance(0.3)
      ? [
          {
            onDay: random.between(joinsOnDay + 20, years * yearDays),
            store: random.whole(0, countries.length - 1),
            isDisguised: random.chance(0.7),
          },
        ]
      : [],
  );
}

function planSeller(
  options: FleetOptions,
  random: Random,
  number: number,
  countries: readonly string[],
): Omit<SellerPlan, 'lies'> {
  const joinsOnDay = random.between(0, options.joinDays);
  const lastDay = options.years * yearDays;
  const some = <T>(perYear: number, make: (onDay: number) => T): T[] =>
    Array.from({ length: options.years }).flatMap(() =>
      random.chance(perYear) ? [make(random.between(joinsOnDay + 20, lastDay))] : [],
    );
  return {
    number,
    account: `seller-${countries.includes('GB') ? 'uk-' : ''}${number}@example.com`,
    countries,
    joinsOnDay,
    reuses: random.chance(0.5),
    answers: [planAnswer(random), ...Array.from({ length: options.years + 1 }, () => planAnswer(random))],
    returns: random.chance(0.7),
    revokesOnDays: some(0.08, (onDay) => onDay),
    troubles: some(0.15, (onDay) => ({
      kind: random.pick(['outage', 'throttled', 'slow'] as const),
      onDay,
      days: random.between(1, 10),
    })),
    orders: some(0.1, (onDay) => ({
      what: random.pick(['disconnect', 'delete', 'deactivate', 'check'] as const),
      store: random.whole(0, countries.length - 1),
      onDay,
    })),
  };
}

function planAnswer(random: Random): Answer {
  // Half of them answer the first reminder, some a later one, few after the end, fewer never.
  const toDay = random.pick([-30, -30, -30, -30, -30, -14, -14, -7, -3, -1, 0, 7, 30, undefined] as const);
  return {
    ...(toDay !== undefined && { toDay }),
    afterDays: random.between(0, 5),
    wrongAccountFirst: random.chance(0.07),
    abandonsFirst: random.chance(0.07),
    codeExpires: random.chance(0.03),
  };
}

const kinds = ['outage', 'worker_killed', 'slow', 'false_403', 'throttled', 'invalid_client'] as const;

/** One every few weeks, but never before the product has recovered from the previous one; all kinds equally often. */
function planIncidents({ years, yearMs, minPauseMs = defaultMinPauseMs }: FleetOptions, random: Random): Incident[] {
  const pauseDays = Math.max(30, (minPauseMs * yearDays) / yearMs);
  const count = Math.floor((years * yearDays) / pauseDays) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    kind: kinds[index % kinds.length] ?? kinds[0],
    onDay: (index + 1) * pauseDays + random.between(0, pauseDays / 4),
    days: random.between(2, 8),
  }));
}
