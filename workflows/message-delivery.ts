import { isCancellation } from '@temporalio/workflow';
import { mail, mailRecords } from './activity-options.ts';
import type { MessageDeliveryInput } from './messages.ts';

/**
 * Brings one queued message to its readers, independent of the store that asked for it: a dead mail server delays
 * nobody's clock. Ends when the mail server took it, or after three days of trying, which the timeline then says.
 */
export async function messageDelivery(input: MessageDeliveryInput): Promise<void> {
  try {
    await mail.deliverMessage(input.messageId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    await mailRecords.giveUpMessage(input.messageId);
  }
}
