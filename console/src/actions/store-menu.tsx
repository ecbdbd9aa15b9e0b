import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { useStoreActions } from './store-actions.tsx';

/** Everything that is not the one next step. */
export function StoreMenu({ store }: { readonly store: Store }) {
  const { say } = useWords();
  const actions = useStoreActions();
  const wasConnected = store.sellerId !== undefined;
  const isConnected = store.status === 'active' || store.status === 'renewal_due';

  const choose = (key: string | number) => {
    if (key === 'renew') actions.connect(store);
    if (key === 'link') actions.showLink(store);
    if (key === 'check' || key === 'activate' || key === 'deactivate') actions.order(store, key);
    if (key === 'disconnect') actions.askDisconnect(store);
    if (key === 'delete') actions.askDelete(store);
  };
  return (
    <ActionMenu aria-label={say('action.more', { name: store.name })} isQuiet onAction={choose}>
      {store.status === 'active' && <MenuItem id="renew">{say('action.renew')}</MenuItem>}
      <MenuItem id="link">{say('action.link')}</MenuItem>
      {isConnected && <MenuItem id="check">{say('action.check')}</MenuItem>}
      {store.enabled && <MenuItem id="deactivate">{say('action.deactivate')}</MenuItem>}
      {!store.enabled && wasConnected && <MenuItem id="activate">{say('action.activate')}</MenuItem>}
      {isConnected && <MenuItem id="disconnect">{say('action.disconnect')}</MenuItem>}
      <MenuItem id="delete">{say('action.delete')}</MenuItem>
    </ActionMenu>
  );
}
