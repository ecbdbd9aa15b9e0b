import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import type { Store } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';

interface DisconnectDialogProps {
  readonly store: Store;
  readonly onConfirm: () => void;
}

export default function DisconnectDialog({ store, onConfirm }: DisconnectDialogProps) {
  const { t } = useI18n();
  return (
    <AlertDialog
      title={t('disconnect.title', { name: store.name })}
      variant="destructive"
      primaryActionLabel={t('disconnect.confirm')}
      cancelLabel={t('action.cancel')}
      onPrimaryAction={onConfirm}
    >
      {t('disconnect.text')}
    </AlertDialog>
  );
}
