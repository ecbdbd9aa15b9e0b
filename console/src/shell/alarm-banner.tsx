import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { type Alarm, openAlarmsQuery } from '../api/alarms.ts';
import { useI18n } from '../messages/use-i18n.ts';

const line = style({
  margin: 0,
  paddingX: { default: 16, sm: 32 },
  paddingY: 12,
  font: 'ui',
  backgroundColor: 'negative-subtle',
  color: 'neutral',
});

/** Open alarms, on every page. If they cannot be read, none are shown. */
export function AlarmBanner() {
  const { data: alarms = [] } = useQuery(openAlarmsQuery);
  const { t, formatDateTime, isEnglish } = useI18n();
  // The API's text is in English and more specific than the console's own.
  const textOf = ({ kind, text }: Alarm) => (isEnglish ? text : t(`alarm.${kind}`));
  return (
    <div role="status">
      {alarms.map((alarm) => (
        <p key={alarm.id} className={line}>
          <strong>{t('alarm.since', { date: formatDateTime(alarm.openedAt) })}</strong> {textOf(alarm)}
        </p>
      ))}
    </div>
  );
}
