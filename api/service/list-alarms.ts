import type { RecordedAlarm } from '../../adapters/postgres/alarms/alarms.ts';
import { alarmText } from '../../locales/alarm-text.ts';
import type { Locale } from '../../locales/index.ts';
import * as contract from '../contract/alarms.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function listAlarms({ alarms }: ApiDeps) {
  return route(contract.listAlarms, async ({ query, locale }) => {
    const { items, nextCursor } = await alarms.listAlarms(query);
    return { status: 200, body: { items: items.map((alarm) => toAlarm(alarm, locale)), nextCursor } };
  });
}

function toAlarm(alarm: RecordedAlarm, locale: Locale): contract.AlarmView {
  const { id, kind, openedAt, closedAt } = alarm;
  return { id, kind, text: alarmText(alarm, locale), openedAt, closedAt };
}
