import { Button } from '@react-spectrum/s2/Button';

import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { addConnectLink, mailConnectLink, type Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';

interface ConnectLinkDialogProps {
  readonly store: Store;
  /** The browser refused a new tab, so the link is offered here. */
  readonly wasBlocked: boolean;
  readonly onOpen: () => void;
}

/** A connect link to open, copy or e-mail, with its expiry. */
export default function ConnectLinkDialog({ store, wasBlocked, onOpen }: ConnectLinkDialogProps) {
  const { say, moment, trouble } = useWords();
  const { data: link, error, mutate } = useMutation({ mutationFn: () => addConnectLink(store.id) });
  const mail = useMutation({
    mutationFn: () => mailConnectLink(store.id),
    onSuccess: () => ToastQueue.positive(say('link.mailed', { email: store.email }), { timeout: 6000 }),
    onError: (cause) => ToastQueue.negative(trouble(cause)),
  });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate();
  }, [mutate]);

  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      ToastQueue.positive(say('link.copied'), { timeout: 5000 });
    } catch {
      ToastQueue.info(say('link.copyByHand'));
    }
  };

  return (
    <Dialog isDismissible size="M">
      {() => (
        <>
          <Heading slot="title">{say('link.title', { name: store.name })}</Heading>
          <Content>
            <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
              <p className={style({ margin: 0 })}>{say(wasBlocked ? 'connect.blocked' : 'link.text')}</p>
              {error && <Trouble error={error} onRetry={() => mutate()} />}
              {!link && !error && <Loading />}
              {link && (
                <>
                  <TextField
                    label={say('link.label')}
                    value={link.url}
                    isReadOnly
                    description={say('link.valid', { date: moment(link.expiresAt) })}
                    styles={style({ width: 'full' })}
                  />
                  <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
                    <Button variant="accent" onPress={() => void copy(link.url)}>
                      {say('link.copy')}
                    </Button>
                    <WorkingButton
                      variant="secondary"
                      label={say('link.mail', { email: store.email })}
                      isWorking={mail.isPending}
                      onPress={() => mail.mutate()}
                    />
                    <LinkButton variant="secondary" href={link.url} target="_blank" rel="noopener" onPress={onOpen}>
                      {say('link.open')}
                    </LinkButton>
                  </div>
                </>
              )}
            </div>
          </Content>
        </>
      )}
    </Dialog>
  );
}
