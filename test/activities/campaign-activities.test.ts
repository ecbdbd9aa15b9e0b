import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCampaignActivities } from '../../activities/campaign-activities.ts';
import { createMailActivities } from '../../activities/mail-activities.ts';
import { amazonYearMs } from '../../domain/schedule.ts';
import { addStore, connectStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityHarness, openActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
beforeAll(async () => {
  harness = await openActivityHarness();
});
afterAll(() => harness.close());

async function startedCampaign(sellers: number) {
  const website = randomUUID();
  const stores: string[] = [];
  for (let index = 0; index < sellers; index += 1) {
    const id = await addStore(harness, { website, email: `${website}-${index}@example.com` });
    await connectStore(harness, id, `A${randomUUID()}`, new Date(Date.now() - 86_400_000).toISOString());
    stores.push(id);
  }
  const campaignId = randomUUID();
  const request = { name: 'n', reason: 'We read more.', stores: { website }, overDays: 1, startsAt: isoNow() };
  await harness.campaigns.insertCampaign({ campaignId, fingerprint: 'f', request });
  await harness.campaigns.startCampaign(campaignId, amazonYearMs);
  return { campaignId, website, stores };
}

const isoNow = () => new Date().toISOString();
const later = 100 * 86_400_000;

it('a retry delivers what an attempt queued before it failed, each e-mail once', async () => {
  const { campaignId, website } = await startedCampaign(3);
  const delivered: string[] = [];
  let failures = 1;
  const run = createCampaignActivities(
    {
      campaigns: harness.campaigns,
      temporal: {
        deliverMessage: async (messageId) => {
          if (delivered.length === 1 && failures-- > 0) throw new Error('Temporal is down');
          delivered.push(messageId);
        },
      },
    },
    amazonYearMs,
  );
  await expect(run.askDueSellers({ campaignId, clockMs: later })).rejects.toThrow('down');
  const round = await run.askDueSellers({ campaignId, clockMs: later });
  expect(round.counts).toEqual({ planned: 0, waiting: 3, consented: 0, skipped: 0 });
  expect(new Set(delivered).size).toBe(3);
  expect(delivered).toHaveLength(3);
  expect(round.next).toMatchObject({ what: 'message', inMs: 7 * 86_400_000, wakeInMs: 86_400_000 });
  const mail = createMailActivities(harness.deps);
  const environment = new MockActivityEnvironment();
  for (const messageId of delivered) await environment.run(mail.deliverMessage, messageId);
  const [first] = await harness.mailTo(`${website}-0@example.com`);
  expect(first?.subject).toContain('please authorize again at Amazon');
  expect(first?.text).toContain('We read more.');
});

it('e-mails that became due while no worker was running are sent at a limited rate', async () => {
  const { campaignId } = await startedCampaign(25);
  const delivered: string[] = [];
  const run = createCampaignActivities(
    { campaigns: harness.campaigns, temporal: { deliverMessage: async (messageId) => void delivered.push(messageId) } },
    amazonYearMs,
  );
  const first = await run.askDueSellers({ campaignId, clockMs: later });
  expect(delivered).toHaveLength(20);
  expect(first.next?.wakeInMs).toBe(20_000);
  const second = await run.askDueSellers({ campaignId, clockMs: later + 20_000 });
  expect(new Set(delivered).size).toBe(25);
  // The first reminder is due a week after the request was really sent.
  expect(second.next?.inMs).toBe(7 * 86_400_000 - 20_000);
});

it('ends a week after the last reminder, or when no seller is left', async () => {
  const { campaignId } = await startedCampaign(1);
  const run = createCampaignActivities(
    { campaigns: harness.campaigns, temporal: { deliverMessage: async () => undefined } },
    amazonYearMs,
  );
  const weekMs = 7 * 86_400_000;
  await run.askDueSellers({ campaignId, clockMs: later });
  expect((await run.askDueSellers({ campaignId, clockMs: later + weekMs })).next).toMatchObject({ what: 'wait' });
  expect((await run.askDueSellers({ campaignId, clockMs: later + 2 * weekMs })).next).toBeUndefined();

  const empty = await startedCampaign(0);
  expect((await run.askDueSellers({ campaignId: empty.campaignId, clockMs: 0 })).next).toBeUndefined();
});
