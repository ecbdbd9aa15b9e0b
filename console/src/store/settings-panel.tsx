import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MappingFields } from '../add-store/mapping-fields.tsx';
import { type DraftMistakes, draftMistakes } from '../add-store/store-draft.ts';
import { useNameCheck } from '../add-store/use-name-check.ts';
import { useLive } from '../api/live.tsx';
import { mistakesByField, ProblemError } from '../api/problem-error.ts';
import { changeStore, type Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import { settingsOf, type SettingsDraft, toChange } from './settings-draft.ts';

type SettingsMistakes = DraftMistakes & { readonly secondEmail?: string };

/** Name, e-mail addresses and mapping; what is typed survives live changes of the store. */
export function SettingsPanel({ store }: { readonly store: Store }) {
  const { say, trouble } = useWords();
  const { putStore } = useLive();
  const [edited, setEdited] = useState<Partial<SettingsDraft>>({});
  const [mistakes, setMistakes] = useState<SettingsMistakes>({});
  const draft = { ...settingsOf(store), ...edited };
  const change = toChange(store, draft);
  const isChanged = Object.keys(change).length > 0;
  const nameMistake = useNameCheck(draft.name, store.id) === 'taken' ? say('add.nameTaken') : mistakes.name;
  const saving = useMutation({
    mutationFn: () => changeStore(store.id, change),
    onSuccess(saved) {
      putStore(saved);
      setEdited({});
      ToastQueue.positive(say('done.saved', { name: saved.name }), { timeout: 5000 });
    },
    onError(error) {
      const isNameTaken = error instanceof ProblemError && error.problem.code === 'store_name_taken';
      setMistakes(isNameTaken ? { name: trouble(error) } : mistakesByField(error));
    },
  });
  const edit = (changed: Partial<SettingsDraft>) => {
    setEdited((old) => ({ ...old, ...changed }));
    setMistakes((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in changed))));
  };
  const submit = () => {
    const found = draftMistakes({ ...draft, website: store.website, country: store.country }, say);
    setMistakes(found);
    if (isChanged && !saving.isPending && Object.keys(found).length === 0) saving.mutate();
  };
  const full = style({ width: 'full' });
  return (
    <Panel title={say('store.settings')}>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="fields">
          {saving.error && Object.keys(mistakes).length === 0 && (
            <Trouble error={saving.error} title={say('store.settingsFailed')} />
          )}
          <TextField
            label={say('store.name')}
            value={draft.name}
            onChange={(name) => edit({ name })}
            maxLength={100}
            autoComplete="off"
            isInvalid={nameMistake !== undefined}
            errorMessage={nameMistake}
            styles={full}
          />
          <TextField
            label={say('add.email')}
            type="email"
            value={draft.email}
            onChange={(email) => edit({ email })}
            autoComplete="off"
            isInvalid={mistakes.email !== undefined}
            errorMessage={mistakes.email}
            styles={full}
          />
          <TextField
            label={say('store.secondEmail')}
            type="email"
            description={say('store.secondEmailHint')}
            value={draft.secondEmail}
            onChange={(secondEmail) => edit({ secondEmail })}
            autoComplete="off"
            isInvalid={mistakes.secondEmail !== undefined}
            errorMessage={mistakes.secondEmail}
            styles={full}
          />
          <MappingFields
            productIdType={draft.productIdType}
            attributeCode={draft.attributeCode}
            mistakes={mistakes}
            onChange={edit}
          />
          <p className={style({ font: 'detail-sm', margin: 0, color: 'neutral-subdued' })}>
            {say('store.settingsHint')}
          </p>
          <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
            <WorkingButton
              type="submit"
              variant="accent"
              label={say('store.save')}
              isDisabled={!isChanged}
              isWorking={saving.isPending}
            />
            {isChanged && (
              <Button
                variant="secondary"
                onPress={() => {
                  setEdited({});
                  setMistakes({});
                }}
              >
                {say('store.reset')}
              </Button>
            )}
          </div>
        </div>
      </Form>
    </Panel>
  );
}
