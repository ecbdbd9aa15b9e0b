import type { Country, NewStore, ProductIdType } from '../api/stores.ts';
import type { MessageId } from '../messages/languages.ts';

/** The form as it is typed: nothing chosen yet is empty. */
export interface StoreDraft {
  readonly website: string;
  readonly email: string;
  readonly name: string;
  readonly country: Country | '';
  /** Whose existing authorization is used; empty: the seller agrees anew. */
  readonly sellerId: string;
  readonly productIdType: ProductIdType | '';
  readonly attributeCode: string;
}

export type DraftMistakes = Readonly<Partial<Record<keyof StoreDraft, string>>>;

export const emptyDraft: StoreDraft = {
  website: '',
  email: '',
  name: '',
  country: '',
  sellerId: '',
  productIdType: '',
  attributeCode: '',
};

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What can be said before asking the API, which has the last word. */
export function draftMistakes(draft: Omit<StoreDraft, 'sellerId'>, say: (id: MessageId) => string): DraftMistakes {
  const mistakes: Partial<Record<keyof StoreDraft, string>> = {};
  if (!draft.website) mistakes.website = say('add.missingWebsite');
  if (!draft.email.trim()) mistakes.email = say('add.missingEmail');
  else if (!looksLikeEmail.test(draft.email.trim())) mistakes.email = say('add.wrongEmail');
  if (!draft.name.trim()) mistakes.name = say('add.missingName');
  if (!draft.country) mistakes.country = say('add.missingCountry');
  if (draft.productIdType && !draft.attributeCode) mistakes.attributeCode = say('add.attributeNeeded');
  return mistakes;
}

export function toNewStore(draft: StoreDraft): NewStore | undefined {
  const { website, country, sellerId, productIdType, attributeCode } = draft;
  if (!country) return undefined;
  const mapping = productIdType && attributeCode ? { productIdType, attributeCode } : {};
  return {
    website,
    email: draft.email.trim(),
    name: draft.name.trim(),
    country,
    ...(sellerId && { sellerId }),
    ...mapping,
  };
}
