import { Button } from '@react-spectrum/s2/Button';
import { useCan } from '../api/access.ts';
import type { Store } from '../api/stores.ts';
import type { MessageId } from '../messages/languages.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { useStoreActions } from './store-actions.tsx';

interface NextActionProps {
  readonly store: Store;
  readonly size?: 'S' | 'M';
  /** Offers renewal to an active store that does not need it yet. */
  readonly withRenewal?: boolean;
}

/** The button for what a store needs now, if anything. */
export function NextAction({ store, size = 'M', withRenewal = false }: NextActionProps) {
  const { t } = useI18n();
  const { connect } = useStoreActions();
  const can = useCan();
  const label = primaryActionLabel(store, withRenewal);
  if (!label || !can('addConnectLink')) return null;
  return (
    <Button variant={store.status === 'active' ? 'secondary' : 'accent'} size={size} onPress={() => connect(store)}>
      {t(label)}
    </Button>
  );
}

function primaryActionLabel(store: Store, withRenewal: boolean): MessageId | undefined {
  switch (store.status) {
    case 'awaiting_authorization':
      return store.sellerId ? 'action.reconnect' : 'action.connect';
    case 'renewal_due':
      return 'action.renew';
    case 'expired':
    case 'disconnected':
      return 'action.reconnect';
    case 'active':
      // After a refused renewal, an active store offers another attempt.
      return withRenewal || store.reason ? 'action.renew' : undefined;
    case 'creating':
    case 'verifying':
    case 'deleted':
      return undefined;
  }
}
