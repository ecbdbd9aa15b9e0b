import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import type { StoreMessage } from '../activities/contract.ts';
import { messageWorkflowId } from '../domain/ids.ts';
import { steps } from './activity-options.ts';
import { messageDelivery } from './message-delivery.ts';

/** Queues a message, unless a store of the same authorization did so already, and sees it off on its own. */
export async function sendMessage(message: StoreMessage): Promise<void> {
  const { messageId } = await steps.queueMessage(message);
  if (!messageId) return;
  await startChild(messageDelivery, {
    workflowId: messageWorkflowId(messageId),
    args: [{ v: 1, messageId }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: message.kind,
  });
}
