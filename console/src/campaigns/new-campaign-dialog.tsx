import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { addCampaign, campaignQuery, type NewCampaign } from '../api/campaigns.ts';
import { IdempotencyKey } from '../api/idempotency-key.ts';
import { errorsByField } from '../api/problem-error.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { useDraft } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { emptyDraft, toNewCampaign, validateDraft } from './campaign-draft.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { CampaignPreview } from './campaign-preview.tsx';

/** The form of a new campaign, with a preview of what it would send. */
export default function NewCampaignDialog() {
  const { t } = useI18n();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { draft, errors, hasErrors, fieldsRef, change, showErrors } = useDraft(emptyDraft);
  const idempotencyKey = useRef(new IdempotencyKey());
  const addition = useMutation({
    mutationFn: (campaign: NewCampaign) => addCampaign(campaign, idempotencyKey.current.for(campaign)),
  });
  const submit = () => {
    const draftErrors = validateDraft(draft, t);
    if (Object.keys(draftErrors).length > 0) return showErrors(draftErrors);
    addition.mutate(toNewCampaign(draft), {
      onSuccess(added) {
        queries.setQueryData(campaignQuery(added.id).queryKey, added);
        void queries.invalidateQueries({ queryKey: ['campaigns'] });
        ToastQueue.positive(t('newCampaign.done', { name: added.name }), { timeout: 6000 });
        void navigate(`/campaigns/${added.id}`);
      },
      onError: (error) => showErrors(errorsByField(error)),
    });
  };
  return (
    <FormDialog
      title={t('newCampaign.title')}
      size="L"
      submitLabel={t('newCampaign.submit')}
      isSubmitting={addition.isPending}
      onSubmit={submit}
      error={hasErrors ? null : addition.error}
      errorTitle={t('newCampaign.failed')}
      footer={<CampaignPreview draft={draft} />}
    >
      <div ref={fieldsRef} className="fields">
        <CampaignFields draft={draft} errors={errors} onChange={change} />
      </div>
    </FormDialog>
  );
}
