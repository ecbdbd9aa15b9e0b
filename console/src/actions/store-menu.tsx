import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { useStoreActions } from './store-actions.tsx';
import { useStoreChoices } from './store-choices.ts';

/** Everything that is not the one next step. */
export function StoreMenu({ store }: { readonly store: Store }) {
  const { say } = useWords();
  const { choose } = useStoreActions();
  const choices = useStoreChoices(store);
  if (choices.length === 0) return null;
  return (
    <ActionMenu aria-label={say('action.more', { name: store.name })} isQuiet>
      {choices.map((choice) => (
        <MenuItem key={choice} id={choice} onAction={() => choose(store, choice)}>
          {say(`action.${choice}`)}
        </MenuItem>
      ))}
    </ActionMenu>
  );
}
