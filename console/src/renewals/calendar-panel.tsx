import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation } from '@tanstack/react-query';
import { addCalendarLink } from '../api/calendar-links.ts';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../parts/panel.tsx';
import { WorkingButton } from '../parts/working-button.tsx';

/** The renewals as a file, or as an address that calendar programs follow without signing in. */
export function CalendarPanel() {
  const { say, trouble } = useWords();
  const { data, isPending, mutate } = useMutation({
    mutationFn: addCalendarLink,
    onSuccess: ({ url }) =>
      navigator.clipboard.writeText(url).then(
        () => ToastQueue.positive(say('renewals.addressCopied'), { timeout: 5000 }),
        () => ToastQueue.info(say('link.copyByHand')),
      ),
    onError: (error) => ToastQueue.negative(trouble(error)),
  });
  return (
    <Panel title={say('renewals.subscribe')}>
      <p className={style({ font: 'body-sm', margin: 0, maxWidth: 720 })}>{say('renewals.subscribeHint')}</p>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <LinkButton variant="secondary" href="/v1/renewals.ics" download="perennial-renewals.ics">
          {say('renewals.download')}
        </LinkButton>
        <WorkingButton
          variant="secondary"
          label={say('renewals.copyAddress')}
          isWorking={isPending}
          onPress={() => mutate()}
        />
      </div>
      {data && (
        <TextField
          label={say('renewals.address')}
          value={data.url}
          isReadOnly
          description={say('renewals.addressOnce')}
          styles={style({ width: 'full', maxWidth: 720 })}
        />
      )}
    </Panel>
  );
}
