import { errorsByField, hasProblemCode } from '../api/problem-error.ts';
import type { Country, NewStore, ProductIdType } from '../api/stores.ts';
import type { FieldErrors } from '../components/use-draft.ts';
import type { MessageId } from '../messages/languages.ts';

/** The form as it is typed; empty means not chosen. */
export interface StoreDraft {
  readonly website: string;
  readonly email: string;
  readonly name: string;
  readonly country: Country | '';
  /** The seller whose existing authorization is used; empty when a seller has to agree first. */
  readonly sellerId: string;
  readonly productIdType: ProductIdType | '';
  readonly attributeCode: string;
}

export type StoreErrors = FieldErrors<keyof StoreDraft>;

export const emptyDraft: StoreDraft = {
  website: '',
  email: '',
  name: '',
  country: '',
  sellerId: '',
  productIdType: '',
  attributeCode: '',
};

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Checks what needs no request; the API checks everything. */
export function validateDraft(draft: Omit<StoreDraft, 'sellerId'>, t: (id: MessageId) => string): StoreErrors {
  const errors: Partial<Record<keyof StoreDraft, string>> = {};
  if (!draft.website) errors.website = t('add.missingWebsite');
  if (!draft.email.trim()) errors.email = t('add.missingEmail');
  else if (!emailPattern.test(draft.email.trim())) errors.email = t('add.wrongEmail');
  if (!draft.name.trim()) errors.name = t('add.missingName');
  if (!draft.country) errors.country = t('add.missingCountry');
  if (draft.productIdType && !draft.attributeCode) errors.attributeCode = t('add.attributeNeeded');
  return errors;
}

/** The fields that the API refused. */
export function storeErrors(error: unknown, errorMessage: (error: unknown) => string): StoreErrors {
  return hasProblemCode(error, 'store_name_taken') ? { name: errorMessage(error) } : errorsByField(error);
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
    sellerId: sellerId || undefined,
    ...mapping,
  };
}
