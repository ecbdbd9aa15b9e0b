/** What operators filter stores by in Temporal UI. Few on purpose: each is an index entry for every sleeping store. */
import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { newStore, type StoreState } from '../../domain/store-life.ts';
import type { StoreOnboardingInput } from '../messages.ts';

export const storeStatusKey = defineSearchAttributeKey('StoreStatus', 'KEYWORD');
export const storeCountryKey = defineSearchAttributeKey('StoreCountry', 'KEYWORD');
export const storeWebsiteKey = defineSearchAttributeKey('StoreWebsite', 'KEYWORD');
export const sellingPartnerIdKey = defineSearchAttributeKey('SellingPartnerId', 'KEYWORD');
export const authorizationExpiresAtKey = defineSearchAttributeKey('AuthorizationExpiresAt', 'DATETIME');

/** To be registered with the namespace before a worker starts. */
export const searchAttributeKeys = [
  storeStatusKey,
  storeCountryKey,
  storeWebsiteKey,
  sellingPartnerIdKey,
  authorizationExpiresAtKey,
];

/** Set with the start, so that a store is found before a worker runs it. */
export function searchAttributesAtStart({ carried, country, website }: StoreOnboardingInput): SearchAttributePair[] {
  const { status, sellerId, authorization } = carried?.store ?? newStore;
  const expiresAt = status === 'disconnected' ? undefined : authorization?.expiresAt;
  return [
    { key: storeStatusKey, value: status },
    { key: storeCountryKey, value: country },
    { key: storeWebsiteKey, value: website },
    ...(sellerId ? [{ key: sellingPartnerIdKey, value: sellerId }] : []),
    ...(expiresAt ? [{ key: authorizationExpiresAtKey, value: new Date(expiresAt) }] : []),
  ];
}

/** Only those that differ: every upsert is an event of the history. */
export function changedSearchAttributes(before: StoreState, after: StoreState) {
  const expiresAt = (state: StoreState) =>
    state.status === 'disconnected' ? undefined : state.authorization?.expiresAt;
  const dateOf = (iso: string | undefined) => (iso ? new Date(iso) : null);
  return [
    ...(before.status === after.status ? [] : [{ key: storeStatusKey, value: after.status }]),
    ...(before.sellerId === after.sellerId ? [] : [{ key: sellingPartnerIdKey, value: after.sellerId ?? null }]),
    ...(expiresAt(before) === expiresAt(after)
      ? []
      : [{ key: authorizationExpiresAtKey, value: dateOf(expiresAt(after)) }]),
  ];
}
