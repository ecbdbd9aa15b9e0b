import { expect, it } from 'vitest';
import { planFleet } from '../plan.ts';

const options = { stores: 40, sellers: 20, years: 3, yearMs: 60_000, seed: 62, joinDays: 80 };

it('is the same for the same seed', () => {
  expect(planFleet(options)).toEqual(planFleet(options));
  expect(planFleet({ ...options, seed: 63 })).not.toEqual(planFleet(options));
});

it('has liars, disguised and not, who come after the seller has joined', () => {
  const lies = planFleet(options).sellers.flatMap(({ lies: ofSeller, ...seller }) =>
    ofSeller.map((lie) => ({ ...lie, ...seller })),
  );
  expect(new Set(lies.map(({ isDisguised }) => isDisguised))).toEqual(new Set([true, false]));
  for (const { onDay, joinsOnDay, store, countries } of lies) {
    expect(onDay).toBeGreaterThan(joinsOnDay);
    expect(countries[store]).toBeDefined();
  }
});
