import { afterAll, beforeAll, expect, it } from 'vitest';
import { dispatchNotices } from '../../../../activities/alarms.ts';
import { followNotices } from '../../../../adapters/postgres/alarms/follow-notices.ts';
import { createWebhookOutbox } from '../../../../adapters/postgres/webhooks/outbox.ts';
import { eventually } from '../../../setup/eventually.ts';
import { openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness({ operatorEmail: 'operators@example.com' });
});
afterAll(() => harness.close());

it('delivers the notice of a disabled webhook at once, and again after a failure', async () => {
  const delivered: string[] = [];
  let failures = 0;
  const temporal = {
    async deliverMessage(messageId: string) {
      if (failures < 1) {
        failures += 1;
        throw new Error('Temporal is down');
      }
      delivered.push(messageId);
    },
  };
  const following = followNotices(
    harness.url,
    () => dispatchNotices({ ...harness, temporal }),
    () => undefined,
  );
  const { webhook } = await harness.webhooks.addWebhook({ url: 'https://example.com/' });
  await createWebhookOutbox(harness.database, harness.vault, true).disable(webhook.id, 'gone');
  await eventually(() => expect(delivered).toHaveLength(1));
  await harness.webhooks.changeWebhook(webhook.id, { enabled: true });
  await eventually(() => expect(delivered).toHaveLength(2));
  expect(failures).toBe(1);
  await following.close();
});
