import type { Alarm, AlarmKind } from '../domain/alarms.ts';
import { type Locale, messages } from './index.ts';

/** What is wrong and the one thing to do about it. */
export function alarmText<K extends AlarmKind>({ kind, params }: Pick<Alarm<K>, 'kind' | 'params'>, locale: Locale) {
  return messages[locale].alarms[kind].opened(params);
}
