import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { addCalendarLink } from '../api/renewals.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Panel } from '../components/panel.tsx';
import { WorkingButton } from '../components/working-button.tsx';

/** The renewals as a file, or as a URL that calendar programs follow without signing in. */
export function CalendarPanel() {
  const { t, errorMessage } = useI18n();
  const { data, isPending, mutate } = useMutation({
    mutationFn: addCalendarLink,
    onSuccess: ({ url }) =>
      navigator.clipboard.writeText(url).then(
        () => ToastQueue.positive(t('renewals.addressCopied'), { timeout: 5000 }),
        () => ToastQueue.info(t('link.copyByHand')),
      ),
    onError: (error) => ToastQueue.negative(errorMessage(error)),
  });
  return (
    <Panel title={t('renewals.subscribe')}>
      <p className={style({ font: 'body-sm', margin: 0, maxWidth: 720 })}>{t('renewals.subscribeHint')}</p>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <LinkButton variant="secondary" href="/v1/renewals.ics" download="perennial-renewals.ics">
          {t('renewals.download')}
        </LinkButton>
        <WorkingButton
          variant="secondary"
          label={t('renewals.copyAddress')}
          isWorking={isPending}
          onPress={() => mutate()}
        />
      </div>
      {data && (
        <TextField
          label={t('renewals.address')}
          value={data.url}
          isReadOnly
          description={t('renewals.addressOnce')}
          styles={style({ width: 'full', maxWidth: 720 })}
        />
      )}
    </Panel>
  );
}
