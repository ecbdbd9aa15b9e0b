import type { CampaignEmail } from './campaign.ts';
import type { Reason } from './reasons.ts';

/** What a notification e-mail says. Kept in the outbox: changes are additive. */
export type MessageContent =
  /** `days`: relative to the end of the year, -30 to 30. */
  | { readonly kind: 'renewal'; readonly days: number; readonly expiresAt: string }
  | { readonly kind: 'connect_link' }
  /** `connection`: absent when it has ended, and before 0.3.0. */
  | { readonly kind: 'connect_again'; readonly reason: Reason; readonly connection?: 'kept' | 'none_yet' }
  /** `reason`: as the author of the campaign wrote it. Sellers who authorized after `startsAt` are left out. */
  | { readonly kind: 'campaign'; readonly ask: CampaignEmail; readonly reason: string; readonly startsAt: string };
