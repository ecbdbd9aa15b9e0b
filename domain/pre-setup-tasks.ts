/** What a merchant prepares before the first store, in the order of Adobe's own guide. */
export const preSetupTasks = [
  'cron',
  'professional_account',
  'approved_seller',
  'vat',
  'attributes',
  'currency',
  'condition',
  'shipping',
] as const;

export type PreSetupTask = (typeof preSetupTasks)[number];
