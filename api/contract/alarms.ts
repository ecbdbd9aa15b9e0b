import { z } from 'zod';
import { alarmKinds } from '../../domain/alarms.ts';
import { pageOf, pageQuery, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';

export const alarm = z
  .object({
    id: z.uuid(),
    kind: z.enum(alarmKinds).meta({ description: 'A stable code.' }),
    text: z.string().meta({ description: 'What is wrong, and how to fix it.' }),
    openedAt: timestamp,
    closedAt: timestamp
      .optional()
      .meta({ description: 'When the cause was resolved; absent while the alarm is open.' }),
  })
  .meta({
    id: 'Alarm',
    description: 'A fault that only the operators of Perennial can fix. Sellers never cause one.',
  });
export type AlarmView = z.output<typeof alarm>;

const alarmPage = pageOf(alarm).meta({ id: 'AlarmPage' });

export const listAlarms = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/alarms',
  operationId: 'listAlarms',
  tag: 'Operation',
  summary: 'List alarms',
  description: 'Open alarms first, then the newest. An alarm closes automatically when its cause is resolved.',
  query: pageQuery,
  responses: { 200: { description: 'One page of alarms.', schema: alarmPage } },
  problems: ['invalid_query'],
});
