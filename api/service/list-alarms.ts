import { alarmText } from '../../domain/alarms.ts';
import { type AlarmView, listAlarms } from '../contract/alarm-operations.ts';
import type { ApiDeps } from '../deps.ts';
import type { AlarmRecord } from '../ports.ts';
import { route } from '../http/route.ts';

export function getAlarms({ alarmReader }: ApiDeps) {
  return route(listAlarms, async ({ query }) => {
    const { items, nextCursor } = await alarmReader.listAlarms(query);
    return { status: 200, body: { items: items.map(toAlarm), nextCursor } };
  });
}

function toAlarm(alarm: AlarmRecord): AlarmView {
  const { id, kind, openedAt, closedAt } = alarm;
  return { id, kind, text: alarmText(alarm), openedAt, ...(closedAt && { closedAt }) };
}
