import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';

import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useStoreActions } from '../actions/store-actions.tsx';
import { useWords } from '../messages/use-words.ts';
import { mistakesByField, ProblemError } from '../api/problem-error.ts';
import { addStore, type NewStore } from '../api/stores.ts';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import { AddStoreFields } from './add-store-fields.tsx';
import { AttemptKey } from './attempt-key.ts';
import { type DraftMistakes, draftMistakes, emptyDraft, type StoreDraft, toNewStore } from './store-draft.ts';

const noticeMs = 6000;

/** The form of a new store. Whatever goes wrong, what was typed stays. */
export default function AddStoreDialog() {
  const { say, trouble } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { followAdded } = useStoreActions();
  const [draft, setDraft] = useState(emptyDraft);
  const [mistakes, setMistakes] = useState<DraftMistakes>({});
  const attemptKey = useRef(new AttemptKey());
  const fields = useRef<HTMLDivElement>(null);
  const addition = useMutation({ mutationFn: (store: NewStore) => addStore(store, attemptKey.current.for(store)) });

  const change = (changed: Partial<StoreDraft>) => {
    setDraft((old) => ({ ...old, ...changed }));
    setMistakes((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in changed))));
  };
  const show = (found: DraftMistakes) => {
    setMistakes(found);
    // After the mistakes are painted, the first of them gets the focus.
    requestAnimationFrame(() => {
      const first = [...(fields.current?.querySelectorAll('[data-field]') ?? [])].find(
        (field) => (field.getAttribute('data-field') ?? '') in found,
      );
      first?.querySelector<HTMLElement>('input, button')?.focus();
    });
  };
  const submit = () => {
    if (addition.isPending) return;
    const found = draftMistakes(draft, say);
    const store = toNewStore(draft);
    if (Object.keys(found).length > 0 || !store) return show(found);
    addition.mutate(store, {
      onSuccess(added) {
        followAdded(added);
        ToastQueue.positive(say(added.sellerId ? 'add.doneReused' : 'add.done', { name: added.name }), {
          timeout: noticeMs,
        });
        for (const key of ['stores', 'few-stores', 'store-counts']) void queries.invalidateQueries({ queryKey: [key] });
        // Whatever was searched for before, the newest store comes first now, and is in sight.
        void navigate('/', { replace: true });
        window.scrollTo({ top: 0 });
      },
      onError(error) {
        const isNameTaken = error instanceof ProblemError && error.problem.code === 'store_name_taken';
        show(isNameTaken ? { name: trouble(error) } : mistakesByField(error));
      },
    });
  };
  const isToldBesideFields = Object.keys(mistakes).length > 0;

  return (
    <Dialog size="M">
      {({ close }) => (
        <>
          <Heading slot="title">{say('add.title')}</Heading>
          <Content>
            <Form
              validationBehavior="aria"
              onSubmit={(event) => {
                event.preventDefault();
                submit();
              }}
            >
              {addition.error && !isToldBesideFields && <Trouble error={addition.error} title={say('add.failed')} />}
              <div ref={fields} className="fields">
                <AddStoreFields draft={draft} mistakes={mistakes} onChange={change} />
              </div>
              <button type="submit" hidden aria-hidden="true" />
            </Form>
          </Content>
          <ButtonGroup>
            <Button variant="secondary" onPress={close}>
              {say('action.cancel')}
            </Button>
            <WorkingButton
              variant="accent"
              label={say('add.submit')}
              isWorking={addition.isPending}
              onPress={() => submit()}
            />
          </ButtonGroup>
        </>
      )}
    </Dialog>
  );
}
