import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useStoreActions } from '../actions/store-actions.tsx';
import { IdempotencyKey } from '../api/idempotency-key.ts';
import { addStore, type NewStore } from '../api/stores.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDraft } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { AddStoreFields } from './add-store-fields.tsx';
import { emptyDraft, storeErrors, toNewStore, validateDraft } from './store-draft.ts';

const noticeMs = 6000;

/** The form of a new store. */
export default function AddStoreDialog() {
  const { t, errorMessage } = useI18n();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { trackAdded } = useStoreActions();
  const { draft, errors, hasErrors, fieldsRef, change, showErrors } = useDraft(emptyDraft);
  const idempotencyKey = useRef(new IdempotencyKey());
  const addition = useMutation({ mutationFn: (store: NewStore) => addStore(store, idempotencyKey.current.for(store)) });

  const submit = () => {
    const draftErrors = validateDraft(draft, t);
    const store = toNewStore(draft);
    if (Object.keys(draftErrors).length > 0 || !store) return showErrors(draftErrors);
    addition.mutate(store, {
      onSuccess(added) {
        trackAdded(added);
        ToastQueue.positive(t(added.sellerId ? 'add.doneReused' : 'add.done', { name: added.name }), {
          timeout: noticeMs,
        });
        for (const key of ['stores', 'few-stores', 'store-counts']) void queries.invalidateQueries({ queryKey: [key] });
        // Without the search and filters, the newest store comes first; this also closes the dialog.
        void navigate('/', { replace: true });
        window.scrollTo({ top: 0 });
      },
      onError: (error) => showErrors(storeErrors(error, errorMessage)),
    });
  };

  return (
    <FormDialog
      title={t('add.title')}
      submitLabel={t('add.submit')}
      isSubmitting={addition.isPending}
      onSubmit={submit}
      error={hasErrors ? null : addition.error}
      errorTitle={t('add.failed')}
    >
      <div ref={fieldsRef} className="fields">
        <AddStoreFields draft={draft} errors={errors} onChange={change} />
      </div>
    </FormDialog>
  );
}
