import type { StoreDraft } from '../add-store/store-draft.ts';
import type { Store, StoreChange } from '../api/stores.ts';

export interface SettingsDraft extends Pick<StoreDraft, 'name' | 'email' | 'productIdType' | 'attributeCode'> {
  readonly secondEmail: string;
}

export function settingsOf(store: Store): SettingsDraft {
  const { name, email, secondEmail = '', productIdType = '', attributeCode = '' } = store;
  return { name, email, secondEmail, productIdType, attributeCode };
}

/** Only what differs: somebody else's change of another field stays. */
export function toChange(store: Store, draft: SettingsDraft): StoreChange {
  const now = settingsOf(store);
  const name = draft.name.trim();
  const email = draft.email.trim();
  const secondEmail = draft.secondEmail.trim();
  const isMappingChanged = draft.productIdType !== now.productIdType || draft.attributeCode !== now.attributeCode;
  return {
    ...(name !== now.name && { name }),
    ...(email !== now.email && { email }),
    ...(secondEmail !== now.secondEmail && { secondEmail: secondEmail || null }),
    ...(isMappingChanged && { productIdType: draft.productIdType || null, attributeCode: draft.attributeCode || null }),
  };
}
