/** Identifiers of workflows and messages, built here only, so that the API and the worker agree on them. */
export const taskQueue = 'perennial';

/** Activities that may hang or pile up. Each kind has a task queue of its own, next to that of the workflows. */
export const activityQueues = ['amazon', 'imports', 'mail'] as const;
export type ActivityQueue = (typeof activityQueues)[number];

export function activityTaskQueue(workflowTaskQueue: string, queue: ActivityQueue): string {
  return `${workflowTaskQueue}-${queue}`;
}

export function storeWorkflowId(storeId: string): string {
  return `store-${storeId}`;
}

/** Undefined for any other workflow. */
export function storeIdOfWorkflow(workflowId: string): string | undefined {
  return workflowId.startsWith('store-') ? workflowId.slice('store-'.length) : undefined;
}

/** One for the whole fleet. */
export const fleetWatchId = 'fleet-watch';

/** One for our application at Amazon. */
export const applicationSecretId = 'application-secret';

export function importWorkflowId(importId: string): string {
  return `import-${importId}`;
}

export function messageWorkflowId(messageId: string): string {
  return `message-${messageId}`;
}

/** One message per authorization, year and reminder, shared by all of its stores and by retries. */
export function renewalMessageKey(grantId: string, expiresAt: string, days: number): string {
  return `renewal/${grantId}/${expiresAt}/${days}`;
}

export function campaignWorkflowId(campaignId: string): string {
  return `campaign-${campaignId}`;
}

/** Undefined for any other workflow. */
export function campaignIdOfWorkflow(workflowId: string): string | undefined {
  return workflowId.startsWith('campaign-') ? workflowId.slice('campaign-'.length) : undefined;
}

/** One request and one reminder per campaign and authorization. */
export function campaignMessageKey(campaignId: string, grantId: string, ask: 'first' | 'reminder'): string {
  return `campaign/${campaignId}/${grantId}/${ask}`;
}
