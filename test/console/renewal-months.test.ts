import { expect, it } from 'vitest';
import { earlier, monthOf, renewalMonths } from '../../console/src/renewals/renewal-months.ts';

const now = new Date(2026, 10, 24, 12);
const renewal = (expires: Date, status = 'active') => ({ status, expiresAt: expires.toISOString() });

it('shows earlier renewals, this month and the next twelve, so that a store renewed today is included', () => {
  const renewedToday = renewal(new Date(now.getTime() + 365 * 86_400_000));
  const months = renewalMonths([renewal(new Date(2026, 8, 30), 'expired'), renewedToday], now.getTime());
  expect(months.map(({ key }) => key)).toEqual([
    earlier,
    ...['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07'],
    ...['2027-08', '2027-09', '2027-10', '2027-11'],
  ]);
  expect(months[0]?.counts).toEqual({ settled: 0, requested: 0, ended: 1 });
  expect(months.at(-1)?.counts).toEqual({ settled: 1, requested: 0, ended: 0 });
});

it('counts settled, requested and ended renewals by month', () => {
  const inNovember = (day: number, status: string) => renewal(new Date(2026, 10, day), status);
  const all = [inNovember(1, 'expired'), inNovember(23, 'expired'), inNovember(26, 'renewal_due')];
  const [before, november] = renewalMonths(all, now.getTime());
  expect(before?.counts).toEqual({ settled: 0, requested: 0, ended: 0 });
  expect(november?.counts).toEqual({ settled: 0, requested: 1, ended: 2 });
  expect(all.map((item) => monthOf(item, now.getTime()))).toEqual(['2026-11', '2026-11', '2026-11']);
});
