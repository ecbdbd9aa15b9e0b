import { Button } from '@react-spectrum/s2/Button';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { addConnectLink, mailConnectLink, type Store } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Loading } from '../components/loading.tsx';
import { ErrorAlert } from '../components/error-alert.tsx';
import { WorkingButton } from '../components/working-button.tsx';

interface ConnectLinkDialogProps {
  readonly store: Store;
  /** The browser blocked the new tab, so the dialog offers the link instead. */
  readonly wasBlocked: boolean;
  readonly onOpen: () => void;
}

/** A connect link to open, copy or e-mail, with its expiry. */
export default function ConnectLinkDialog({ store, wasBlocked, onOpen }: ConnectLinkDialogProps) {
  const { t, formatDateTime, errorMessage } = useI18n();
  const { data: link, error, mutate } = useMutation({ mutationFn: () => addConnectLink(store.id) });
  const mail = useMutation({
    mutationFn: () => mailConnectLink(store.id),
    onSuccess: () => ToastQueue.positive(t('link.mailed', { email: store.email }), { timeout: 6000 }),
    onError: (cause) => ToastQueue.negative(errorMessage(cause)),
  });
  const isRequested = useRef(false);
  useEffect(() => {
    if (isRequested.current) return;
    isRequested.current = true;
    mutate();
  }, [mutate]);

  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      ToastQueue.positive(t('link.copied'), { timeout: 5000 });
    } catch {
      ToastQueue.info(t('link.copyByHand'));
    }
  };

  return (
    <Dialog isDismissible size="M">
      {() => (
        <>
          <Heading slot="title">{t('link.title', { name: store.name })}</Heading>
          <Content>
            <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
              <p className={style({ margin: 0 })}>{t(wasBlocked ? 'connect.blocked' : 'link.text')}</p>
              {error && <ErrorAlert error={error} onRetry={() => mutate()} />}
              {!link && !error && <Loading />}
              {link && (
                <>
                  <TextField
                    label={t('link.label')}
                    value={link.url}
                    isReadOnly
                    description={t('link.valid', { date: formatDateTime(link.expiresAt) })}
                    styles={style({ width: 'full' })}
                  />
                  <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
                    <Button variant="accent" onPress={() => void copy(link.url)}>
                      {t('link.copy')}
                    </Button>
                    <WorkingButton
                      variant="secondary"
                      label={t('link.mail', { email: store.email })}
                      isWorking={mail.isPending}
                      onPress={() => mail.mutate()}
                    />
                    <LinkButton variant="secondary" href={link.url} target="_blank" rel="noopener" onPress={onOpen}>
                      {t('link.open')}
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
