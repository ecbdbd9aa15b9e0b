import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Store } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { useStoreActions } from './store-actions.tsx';
import { useAvailableActions } from './use-available-actions.ts';

/** The menu of everything that can be done to a store. */
export function StoreMenu({ store }: { readonly store: Store }) {
  const { t } = useI18n();
  const { run } = useStoreActions();
  const actions = useAvailableActions(store);
  if (actions.length === 0) return null;
  return (
    <ActionMenu aria-label={t('action.more', { name: store.name })} isQuiet>
      {actions.map((action) => (
        <MenuItem key={action} id={action} onAction={() => run(store, action)}>
          {t(`action.${action}`)}
        </MenuItem>
      ))}
    </ActionMenu>
  );
}
