import type { Store } from '../api/stores.ts';
import { secondsMatter, type Words } from '../messages/use-words.ts';

/** What happens next to a store by itself, or what it waits for. */
export function nextText(store: Store, { say, moment }: Words): string {
  switch (store.status) {
    case 'creating':
    case 'awaiting_authorization':
    case 'verifying':
      return say(`next.${store.status}`);
    case 'expired':
    case 'disconnected':
      // A reason says what to do by itself.
      return store.reason ? '' : say(`next.${store.status}`);
    case 'deleted':
      return say('store.deletedText');
    case 'active':
    case 'renewal_due':
      return store.next ? say(`next.${store.next.what}`, { date: moment(store.next.at, secondsMatter(store)) }) : '';
  }
}
