import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';

import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../api/live.tsx';
import { deleteStore, type Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';

/** Says what deleting destroys, and lets nobody do it by a slip. */
export default function DeleteDialog({ store }: { readonly store: Store }) {
  const { say } = useWords();
  const { putStore } = useLive();
  const [typed, setTyped] = useState('');
  const deletion = useMutation({ mutationFn: () => deleteStore(store.id) });
  // Where the focus was goes with the store; the dialog gives it back one frame after it has closed.
  const isDone = useRef(false);
  useEffect(
    () => () => {
      if (isDone.current) requestAnimationFrame(() => document.getElementById('content')?.focus());
    },
    [],
  );
  const mayDelete = typed.trim() === store.name;

  return (
    <Dialog size="M" role="alertdialog">
      {({ close }) => {
        const confirm = () =>
          deletion.mutate(undefined, {
            onSuccess(deleted) {
              isDone.current = true;
              putStore(deleted);
              ToastQueue.neutral(say('done.deleted', { name: store.name }), { timeout: 6000 });
              close();
            },
          });
        return (
          <>
            <Heading slot="title">{say('delete.title', { name: store.name })}</Heading>
            <Content>
              <form
                className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (mayDelete) confirm();
                }}
              >
                <div>
                  <p className={style({ margin: 0 })}>{say('delete.text')}</p>
                  <ul className={style({ marginY: 8, paddingStart: 20 })}>
                    <li>{say('delete.connection')}</li>
                    <li>{say('delete.secrets')}</li>
                    <li>{say('delete.settings')}</li>
                  </ul>
                  <p className={style({ margin: 0 })}>{say('delete.kept')}</p>
                </div>
                <TextField
                  label={say('delete.type')}
                  description={store.name}
                  value={typed}
                  onChange={setTyped}
                  autoComplete="off"
                  styles={style({ width: 'full' })}
                />
                {deletion.error && <Trouble error={deletion.error} />}
              </form>
            </Content>
            <ButtonGroup>
              <Button variant="secondary" onPress={close}>
                {say('action.cancel')}
              </Button>
              <WorkingButton
                variant="negative"
                label={say('delete.confirm')}
                isDisabled={!mayDelete}
                isWorking={deletion.isPending}
                onPress={confirm}
              />
            </ButtonGroup>
          </>
        );
      }}
    </Dialog>
  );
}
