import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStore, connectStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

it('lists an authorization that Amazon did not answer before those that were checked since', async () => {
  const setDates = async (seller: string, checkedDaysAgo: number, unansweredDaysAgo?: number) =>
    harness
      .database('grants')
      .where({ selling_partner_id: seller })
      .update({
        checked_at: daysAgo(checkedDaysAgo),
        unanswered_at: unansweredDaysAgo && daysAgo(unansweredDaysAgo),
      });
  const newSeller = () => `A${randomUUID().slice(0, 8)}`;
  const [unanswered, backlog, waiting] = [newSeller(), newSeller(), newSeller()];
  for (const seller of [unanswered, backlog, waiting]) await connectStore(harness, await addStore(harness), seller);
  await setDates(unanswered, 40, 20);
  await setDates(backlog, 10);
  await setDates(waiting, 30);
  const due = await harness.authorizations.listDueChecks(7 * 86_400_000, 1000);
  const order = due.map(({ sellerId }) => sellerId);
  const ours = order.filter((seller) => [unanswered, backlog, waiting].includes(seller));
  expect(ours).toEqual([waiting, unanswered, backlog]);
});

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}
