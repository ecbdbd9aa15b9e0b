/** In the order of the original guide. */
export const taskKeys = [
  'cron',
  'professional_account',
  'approved_seller',
  'vat',
  'attributes',
  'currency',
  'condition',
  'shipping',
] as const;
export type TaskKey = (typeof taskKeys)[number];
