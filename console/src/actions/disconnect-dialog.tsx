import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

interface DisconnectDialogProps {
  readonly store: Store;
  readonly onConfirm: () => void;
}

export default function DisconnectDialog({ store, onConfirm }: DisconnectDialogProps) {
  const { say } = useWords();
  return (
    <AlertDialog
      title={say('disconnect.title', { name: store.name })}
      variant="destructive"
      primaryActionLabel={say('disconnect.confirm')}
      cancelLabel={say('action.cancel')}
      onPrimaryAction={onConfirm}
    >
      {say('disconnect.text')}
    </AlertDialog>
  );
}
