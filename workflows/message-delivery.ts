import { isCancellation } from '@temporalio/workflow';
import { mailActivities, mailRecordActivities } from './activity-options.ts';
import type { MessageDeliveryInput } from './messages.ts';

/**
 * Delivers one queued e-mail, independently of the store that queued it: a mail server that is down delays no store.
 * Ends when the mail server has accepted it, or gives up after three days, which the timeline then shows.
 */
export async function messageDelivery({ messageId }: MessageDeliveryInput): Promise<void> {
  try {
    await mailActivities.deliverMessage(messageId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    await mailRecordActivities.giveUpMessage(messageId);
  }
}
