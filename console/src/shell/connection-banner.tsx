import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLive } from '../api/live.tsx';
import { useI18n } from '../messages/use-i18n.ts';

/** Warns that the page may be out of date while the event stream is away. */
export function ConnectionBanner() {
  const { isLost } = useLive();
  const { t } = useI18n();
  return (
    <div role="status">
      {isLost && (
        <p
          className={style({
            margin: 0,
            paddingX: { default: 16, sm: 32 },
            paddingY: 12,
            font: 'ui',
            backgroundColor: 'notice-subtle',
            color: 'neutral',
          })}
        >
          {t('connection.lost')}
        </p>
      )}
    </div>
  );
}
