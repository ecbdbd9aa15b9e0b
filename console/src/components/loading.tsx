import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';

export function Loading() {
  const { t } = useI18n();
  return (
    <div className={style({ display: 'flex', justifyContent: 'center', padding: 48 })}>
      <ProgressCircle isIndeterminate aria-label={t('page.loading')} />
    </div>
  );
}
