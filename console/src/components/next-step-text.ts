import type { Store } from '../api/stores.ts';
import { needsSeconds, type I18n } from '../messages/use-i18n.ts';

/** What happens next to a store, or what it waits for. */
export function nextStepText(store: Store, { t, formatDateTime }: I18n): string {
  switch (store.status) {
    case 'creating':
    case 'awaiting_authorization':
    case 'verifying':
      return t(`next.${store.status}`);
    case 'expired':
    case 'disconnected':
      // A reason already says what to do.
      return store.reason ? '' : t(`next.${store.status}`);
    case 'deleted':
      return t('store.deletedText');
    case 'active':
    case 'renewal_due':
      return store.next
        ? t(`next.${store.next.what}`, { date: formatDateTime(store.next.at, needsSeconds(store)) })
        : '';
  }
}
