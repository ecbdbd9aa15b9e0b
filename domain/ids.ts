/** The one place where identifiers of workflows and effects are made, so that both sides of a wire agree on them. */
export const taskQueue = 'perennial';

export function storeWorkflowId(storeId: string): string {
  return `store-${storeId}`;
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

/** One message per grant, year and reminder, however many stores and retries ask for it. */
export function renewalMessageKey(grantId: string, expiresAt: string, days: number): string {
  return `renewal/${grantId}/${expiresAt}/${days}`;
}

export function campaignWorkflowId(campaignId: string): string {
  return `campaign-${campaignId}`;
}

/** One message per campaign, authorization and ask. */
export function campaignMessageKey(campaignId: string, grantId: string, ask: 'first' | 'reminder'): string {
  return `campaign/${campaignId}/${grantId}/${ask}`;
}
