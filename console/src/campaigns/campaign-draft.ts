import type { NewCampaign } from '../api/campaigns.ts';
import type { Country } from '../api/stores.ts';
import type { MessageId } from '../messages/languages.ts';

/** The form as it is typed. */
export interface CampaignDraft {
  readonly name: string;
  readonly reason: string;
  /** None means all. */
  readonly countries: readonly Country[];
  /** Empty means all. */
  readonly website: string;
  readonly overDays: number;
  /** As the browser's field gives it, in the reader's time zone; empty means now. */
  readonly startsAt: string;
}

export type CampaignMistakes = Readonly<Partial<Record<keyof CampaignDraft, string>>>;

export const emptyDraft: CampaignDraft = {
  name: '',
  reason: '',
  countries: [],
  website: '',
  overDays: 7,
  startsAt: '',
};

/** What can be said before asking the API, which has the last word. */
export function draftMistakes(draft: CampaignDraft, say: (id: MessageId) => string): CampaignMistakes {
  return {
    ...(!draft.name.trim() && { name: say('newCampaign.missingName') }),
    ...(!draft.reason.trim() && { reason: say('newCampaign.missingReason') }),
    ...(!isDays(draft.overDays) && { overDays: say('newCampaign.wrongDays') }),
  };
}

export function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 60;
}

export function storesOf({ countries, website }: CampaignDraft): NewCampaign['stores'] {
  return { ...(countries.length > 0 && { country: [...countries] }), ...(website && { website }) };
}

export function toNewCampaign(draft: CampaignDraft): NewCampaign {
  return {
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    stores: storesOf(draft),
    overDays: draft.overDays,
    ...(draft.startsAt && { startsAt: new Date(draft.startsAt).toISOString() }),
  };
}
