import type { NewCampaign } from '../api/campaigns.ts';
import type { Country } from '../api/stores.ts';
import type { FieldErrors } from '../components/use-draft.ts';
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

export const emptyDraft: CampaignDraft = {
  name: '',
  reason: '',
  countries: [],
  website: '',
  overDays: 7,
  startsAt: '',
};

/** Checks what needs no request; the API checks everything. */
export function validateDraft(draft: CampaignDraft, t: (id: MessageId) => string): FieldErrors<keyof CampaignDraft> {
  const errors: Partial<Record<keyof CampaignDraft, string>> = {};
  if (!draft.name.trim()) errors.name = t('newCampaign.missingName');
  if (!draft.reason.trim()) errors.reason = t('newCampaign.missingReason');
  if (!isValidOverDays(draft.overDays)) errors.overDays = t('newCampaign.wrongDays');
  return errors;
}

export function isValidOverDays(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 60;
}

export function storeSelection({ countries, website }: CampaignDraft): NewCampaign['stores'] {
  return { country: countries.length > 0 ? [...countries] : undefined, website: website || undefined };
}

export function toNewCampaign(draft: CampaignDraft): NewCampaign {
  return {
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    stores: storeSelection(draft),
    overDays: draft.overDays,
    startsAt: draft.startsAt ? new Date(draft.startsAt).toISOString() : undefined,
  };
}
