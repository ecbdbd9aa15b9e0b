import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../api/live.tsx';
import { deleteStore, type Store } from '../api/stores.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { useI18n } from '../messages/use-i18n.ts';

/** Lists what deleting destroys. The name has to be typed, so that no store is deleted by accident. */
export default function DeleteDialog({ store }: { readonly store: Store }) {
  const { t } = useI18n();
  const { putStore } = useLive();
  const [typed, setTyped] = useState('');
  const deletion = useMutation({ mutationFn: () => deleteStore(store.id) });
  // The dialog returns the focus one frame after it has closed, to a store that is gone by then.
  const isDone = useRef(false);
  useEffect(
    () => () => {
      if (isDone.current) requestAnimationFrame(() => document.getElementById('content')?.focus());
    },
    [],
  );
  const confirm = (close: () => void) =>
    deletion.mutate(undefined, {
      onSuccess(deleted) {
        isDone.current = true;
        putStore(deleted);
        ToastQueue.neutral(t('done.deleted', { name: store.name }), { timeout: 6000 });
        close();
      },
    });

  return (
    <FormDialog
      title={t('delete.title', { name: store.name })}
      isDestructive
      submitLabel={t('delete.confirm')}
      canSubmit={typed.trim() === store.name}
      isSubmitting={deletion.isPending}
      onSubmit={confirm}
      error={deletion.error}
    >
      <div>
        <p className={style({ margin: 0 })}>{t('delete.text')}</p>
        <ul className={style({ marginY: 8, paddingStart: 20 })}>
          <li>{t('delete.connection')}</li>
          <li>{t('delete.secrets')}</li>
          <li>{t('delete.settings')}</li>
        </ul>
        <p className={style({ margin: 0 })}>{t('delete.kept')}</p>
      </div>
      <TextField
        label={t('delete.type')}
        description={store.name}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        styles={style({ width: 'full' })}
      />
    </FormDialog>
  );
}
