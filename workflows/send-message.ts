import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import type { StoreMessage } from '../activities/contract.ts';
import { messageWorkflowId } from '../domain/ids.ts';
import { steps } from './activity-options.ts';
import { messageDelivery } from './message-delivery.ts';

/** Queues a message and sees it off on its own, unless a store of the same authorization did so already. */
export async function sendMessage(message: StoreMessage): Promise<void> {
  const { messageId } = await steps.queueMessage(message);
  if (!messageId) return;
  const delivery = startChild(messageDelivery, {
    workflowId: messageWorkflowId(messageId),
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [{ v: 1, messageId }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: message.kind,
  });
  await delivery.catch((error: unknown) => {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  });
}
