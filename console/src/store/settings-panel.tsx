import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { MappingFields } from '../add-store/mapping-fields.tsx';
import { storeErrors, validateDraft } from '../add-store/store-draft.ts';
import { useNameCheck } from '../add-store/use-name-check.ts';
import { useLive } from '../api/live.tsx';
import { changeStore, type Store } from '../api/stores.ts';
import { fieldError, useDraft } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Panel } from '../components/panel.tsx';
import { ErrorAlert } from '../components/error-alert.tsx';
import { WorkingButton } from '../components/working-button.tsx';
import { settingsOf, type SettingsDraft, toChange } from './settings-draft.ts';

/** Name, e-mail addresses and mapping. What is typed survives live changes of the store. */
export function SettingsPanel({ store }: { readonly store: Store }) {
  const { t, errorMessage } = useI18n();
  const { putStore } = useLive();
  const { draft: edited, errors, hasErrors, change, showErrors, reset } = useDraft<Partial<SettingsDraft>>({});
  const draft = { ...settingsOf(store), ...edited };
  const changes = toChange(store, draft);
  const isChanged = Object.keys(changes).length > 0;
  const nameError = useNameCheck(draft.name, store.id) === 'taken' ? t('add.nameTaken') : errors.name;
  const saving = useMutation({
    mutationFn: () => changeStore(store.id, changes),
    onSuccess(saved) {
      putStore(saved);
      reset();
      ToastQueue.positive(t('done.saved', { name: saved.name }), { timeout: 5000 });
    },
    onError: (error) => showErrors(storeErrors(error, errorMessage)),
  });
  const submit = () => {
    const draftErrors = validateDraft({ ...draft, website: store.website, country: store.country }, t);
    showErrors(draftErrors);
    if (isChanged && !saving.isPending && Object.keys(draftErrors).length === 0) saving.mutate();
  };
  const full = style({ width: 'full' });
  return (
    <Panel title={t('store.settings')}>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="fields">
          {saving.error && !hasErrors && <ErrorAlert error={saving.error} title={t('store.settingsFailed')} />}
          <TextField
            label={t('store.name')}
            value={draft.name}
            onChange={(name) => change({ name })}
            maxLength={100}
            autoComplete="off"
            {...fieldError(nameError)}
            styles={full}
          />
          <TextField
            label={t('add.email')}
            type="email"
            value={draft.email}
            onChange={(email) => change({ email })}
            autoComplete="off"
            {...fieldError(errors.email)}
            styles={full}
          />
          <TextField
            label={t('store.secondEmail')}
            type="email"
            description={t('store.secondEmailHint')}
            value={draft.secondEmail}
            onChange={(secondEmail) => change({ secondEmail })}
            autoComplete="off"
            {...fieldError(errors.secondEmail)}
            styles={full}
          />
          <MappingFields
            productIdType={draft.productIdType}
            attributeCode={draft.attributeCode}
            errors={errors}
            onChange={change}
          />
          <p className={style({ font: 'detail-sm', margin: 0, color: 'neutral-subdued' })}>{t('store.settingsHint')}</p>
          <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
            <WorkingButton
              type="submit"
              variant="accent"
              label={t('store.save')}
              isDisabled={!isChanged}
              isWorking={saving.isPending}
            />
            {isChanged && (
              <Button variant="secondary" onPress={reset}>
                {t('store.reset')}
              </Button>
            )}
          </div>
        </div>
      </Form>
    </Panel>
  );
}
