import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { type Alarm, openAlarmsQuery } from '../api/alarms.ts';
import { useWords } from '../messages/use-words.ts';

const line = style({
  margin: 0,
  paddingX: { default: 16, sm: 32 },
  paddingY: 12,
  font: 'ui',
  backgroundColor: 'negative-subtle',
  color: 'neutral',
});

/** What is wrong with the whole, on every page for as long as it lasts. Alarms that cannot be read are not missed here. */
export function AlarmBanner() {
  const { data: alarms = [] } = useQuery(openAlarmsQuery);
  const { say, moment, locale } = useWords();
  // The API tells alarms in English, with their values; other languages have sentences of their own.
  const textOf = ({ kind, text }: Alarm) => (locale.startsWith('en') ? text : say(`alarm.${kind}`));
  return (
    <div role="status">
      {alarms.map((alarm) => (
        <p key={alarm.id} className={line}>
          <strong>{say('alarm.since', { date: moment(alarm.openedAt) })}</strong> {textOf(alarm)}
        </p>
      ))}
    </div>
  );
}
