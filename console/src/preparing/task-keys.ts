import type { TaskKey } from '../api/pre-setup-tasks.ts';

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
] as const satisfies readonly TaskKey[];
