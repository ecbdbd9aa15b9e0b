import { z } from 'zod';
import { alarmKinds } from '../../domain/alarms.ts';
import { operation, plain } from './operation.ts';
import { moment, pageCursor, pageLimit } from './texts.ts';

const alarm = z
  .object({
    id: z.uuid(),
    kind: z.enum(alarmKinds).meta({ description: 'A stable code.' }),
    text: z.string().meta({ description: 'What is wrong and the one thing to do about it.' }),
    openedAt: moment,
    closedAt: moment.optional().meta({ description: 'When its cause was over; absent while it is open.' }),
  })
  .meta({
    id: 'Alarm',
    description: 'Something that only whoever runs Perennial can mend; never the fault of a seller.',
  });
export type AlarmView = z.output<typeof alarm>;

const alarmPage = z.object({ items: z.array(alarm), nextCursor: z.string().optional() }).meta({ id: 'AlarmPage' });

export const listAlarms = operation({
  ...plain,
  method: 'get',
  path: '/v1/alarms',
  operationId: 'listAlarms',
  tag: 'Operation',
  summary: 'What is or was wrong with the whole',
  description: 'Open alarms first, then the newest. An alarm closes by itself when its cause is over.',
  query: z.object({ limit: pageLimit, cursor: pageCursor }),
  answers: { 200: { description: 'One page of alarms.', schema: alarmPage } },
  problems: ['invalid_query'],
});
