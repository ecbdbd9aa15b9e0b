import { alarmText } from '../../locales/alarm-text.ts';
import * as contract from '../contract/alarms.ts';
import type { ApiDeps } from '../deps.ts';
import type { AlarmRecord } from '../ports.ts';
import { route } from '../http/route.ts';

export function listAlarms({ alarms }: ApiDeps) {
  return route(contract.listAlarms, async ({ query }) => {
    const { items, nextCursor } = await alarms.listAlarms(query);
    return { status: 200, body: { items: items.map(toAlarm), nextCursor } };
  });
}

function toAlarm(alarm: AlarmRecord): contract.AlarmView {
  const { id, kind, openedAt, closedAt } = alarm;
  return { id, kind, text: alarmText(alarm), openedAt, ...(closedAt && { closedAt }) };
}
