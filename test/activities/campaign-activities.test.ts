import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCampaignActivities } from '../../activities/campaign-activities.ts';
import { createMailActivities } from '../../activities/mail-activities.ts';
import { amazonYearMs } from '../../domain/renewal-schedule.ts';
import { addStore, connectStore } from '../adapters/postgres/store-harness.ts';
import { type ActivityWorld, openActivityWorld } from './activity-harness.ts';

let world: ActivityWorld;
beforeAll(async () => {
  world = await openActivityWorld();
});
afterAll(() => world.close());

async function startedCampaign(sellers: number) {
  const website = randomUUID();
  const stores: string[] = [];
  for (let index = 0; index < sellers; index += 1) {
    const id = await addStore(world, { website, email: `${website}-${index}@example.com` });
    await connectStore(world, id, `A${randomUUID()}`, new Date(Date.now() - 86_400_000).toISOString());
    stores.push(id);
  }
  const campaignId = randomUUID();
  const request = { name: 'n', reason: 'We read more.', stores: { website }, overDays: 1, startsAt: isoNow() };
  await world.campaigns.noteCampaign({ campaignId, fingerprint: 'f', request });
  await world.campaigns.startCampaign(campaignId, amazonYearMs);
  return { campaignId, website, stores };
}

const isoNow = () => new Date().toISOString();
const later = 100 * 86_400_000;

it('an attempt that broke down between queueing and sending off is made good by the next one, once each', async () => {
  const { campaignId, website } = await startedCampaign(3);
  const sentOff: string[] = [];
  let failures = 1;
  const run = createCampaignActivities(
    {
      campaigns: world.campaigns,
      dispatchMessage: async (messageId) => {
        if (sentOff.length === 1 && failures-- > 0) throw new Error('Temporal is away');
        sentOff.push(messageId);
      },
    },
    amazonYearMs,
  );
  await expect(run.askDueSellers({ campaignId, clockMs: later })).rejects.toThrow('away');
  const round = await run.askDueSellers({ campaignId, clockMs: later });
  expect(round.counts).toEqual({ planned: 0, waiting: 3, consented: 0, skipped: 0 });
  expect(new Set(sentOff).size).toBe(3);
  expect(sentOff).toHaveLength(3);
  expect(round.next).toMatchObject({ what: 'message', inMs: 7 * 86_400_000, wakeInMs: 86_400_000 });
  const mail = createMailActivities(world.messages, world.deps.notices, world.deps.mailer);
  const environment = new MockActivityEnvironment();
  for (const messageId of sentOff) await environment.run(mail.deliverMessage, messageId);
  const [first] = await world.mailTo(`${website}-0@example.com`);
  expect(first?.subject).toContain('please authorize at Amazon again');
  expect(first?.text).toContain('We read more.');
});

it('what fell due while no worker was there leaves at the pace of a mail server', async () => {
  const { campaignId } = await startedCampaign(25);
  const sentOff: string[] = [];
  const run = createCampaignActivities(
    { campaigns: world.campaigns, dispatchMessage: async (messageId) => void sentOff.push(messageId) },
    amazonYearMs,
  );
  const first = await run.askDueSellers({ campaignId, clockMs: later });
  expect(sentOff).toHaveLength(20);
  expect(first.next?.wakeInMs).toBe(20_000);
  const second = await run.askDueSellers({ campaignId, clockMs: later + 20_000 });
  expect(new Set(sentOff).size).toBe(25);
  // The first of all is reminded a week after it was really asked.
  expect(second.next?.inMs).toBe(7 * 86_400_000 - 20_000);
});

it('ends when the last reminders have had their week, or when nobody is left', async () => {
  const { campaignId } = await startedCampaign(1);
  const run = createCampaignActivities(
    { campaigns: world.campaigns, dispatchMessage: async () => undefined },
    amazonYearMs,
  );
  const weekMs = 7 * 86_400_000;
  await run.askDueSellers({ campaignId, clockMs: later });
  expect((await run.askDueSellers({ campaignId, clockMs: later + weekMs })).next).toMatchObject({ what: 'wait' });
  expect((await run.askDueSellers({ campaignId, clockMs: later + 2 * weekMs })).next).toBeUndefined();

  const nobody = await startedCampaign(0);
  expect((await run.askDueSellers({ campaignId: nobody.campaignId, clockMs: 0 })).next).toBeUndefined();
});
