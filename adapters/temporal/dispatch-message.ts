import { activityInfo, getClient } from '@temporalio/activity';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { messageWorkflowId } from '../../domain/ids.ts';

/** Starts the delivery of a queued message, once however often it is asked for. To be called inside an activity. */
export async function dispatchMessage(messageId: string): Promise<void> {
  try {
    await getClient().workflow.start('messageDelivery', {
      workflowId: messageWorkflowId(messageId),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      taskQueue: activityInfo().taskQueue,
      args: [{ v: 1, messageId }],
      staticSummary: 'a message to be mailed',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
