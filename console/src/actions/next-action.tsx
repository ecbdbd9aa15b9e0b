import { Button } from '@react-spectrum/s2/Button';
import { useMay } from '../api/access.ts';
import type { Store } from '../api/stores.ts';
import type { MessageId } from '../messages/languages.ts';
import { useWords } from '../messages/use-words.ts';
import { useStoreActions } from './store-actions.tsx';

interface NextActionProps {
  readonly store: Store;
  readonly size?: 'S' | 'M';
  /** Also what an active store could do, though nothing asks for it. */
  readonly withRenewal?: boolean;
}

/** The one thing to do about a store now, when there is one. */
export function NextAction({ store, size = 'M', withRenewal = false }: NextActionProps) {
  const { say } = useWords();
  const { connect } = useStoreActions();
  const may = useMay();
  const label = actionOf(store, withRenewal);
  if (!label || !may('addConnectLink')) return null;
  return (
    <Button variant={store.status === 'active' ? 'secondary' : 'accent'} size={size} onPress={() => connect(store)}>
      {say(label)}
    </Button>
  );
}

function actionOf(store: Store, withRenewal: boolean): MessageId | undefined {
  switch (store.status) {
    case 'awaiting_authorization':
      return store.sellerId ? 'action.reconnect' : 'action.connect';
    case 'renewal_due':
      return 'action.renew';
    case 'expired':
    case 'disconnected':
      return 'action.reconnect';
    case 'active':
      // A refused renewal is tried again, though the store goes on working.
      return withRenewal || store.reason ? 'action.renew' : undefined;
    case 'creating':
    case 'verifying':
    case 'deleted':
      return undefined;
  }
}
