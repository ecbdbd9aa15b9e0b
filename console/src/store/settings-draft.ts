import type { StoreDraft } from '../add-store/store-draft.ts';
import type { Store, StoreChange } from '../api/stores.ts';

export interface SettingsDraft extends Pick<StoreDraft, 'name' | 'email' | 'productIdType' | 'attributeCode'> {
  readonly secondEmail: string;
}

export function settingsOf(store: Store): SettingsDraft {
  const { name, email, secondEmail = '', productIdType = '', attributeCode = '' } = store;
  return { name, email, secondEmail, productIdType, attributeCode };
}

/** Only the changed fields, so that another admin's change of other fields stays. */
export function toChange(store: Store, draft: SettingsDraft): StoreChange {
  const current = settingsOf(store);
  const name = draft.name.trim();
  const email = draft.email.trim();
  const secondEmail = draft.secondEmail.trim();
  const isMappingChanged =
    draft.productIdType !== current.productIdType || draft.attributeCode !== current.attributeCode;
  return {
    ...(name !== current.name && { name }),
    ...(email !== current.email && { email }),
    ...(secondEmail !== current.secondEmail && { secondEmail: secondEmail || null }),
    ...(isMappingChanged && { productIdType: draft.productIdType || null, attributeCode: draft.attributeCode || null }),
  };
}
