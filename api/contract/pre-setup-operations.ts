import { z } from 'zod';
import { preSetupTasks } from '../../domain/pre-setup-tasks.ts';
import { operation, plain } from './operation.ts';
import { moment, spoken } from './texts.ts';

const preSetupTask = z
  .object({
    task: z.enum(preSetupTasks),
    done: z.boolean().meta({ description: 'Passed by machine, or ticked by a person.' }),
    doneBy: z.string().optional().meta({ description: 'Who ticked it.' }),
    doneAt: moment.optional(),
    check: z
      .enum(['passed', 'failed', 'manual', 'unknown'])
      .meta({ description: '`manual`: only a person can tell. `unknown`: Commerce could not be asked.' }),
    detail: z.string().optional().meta({ description: 'What the machine saw.' }),
  })
  .meta({ id: 'PreSetupTask', description: 'What a merchant prepares before the first store.' });

export const listPreSetupTasks = operation({
  ...plain,
  method: 'get',
  path: '/v1/pre-setup-tasks',
  operationId: 'listPreSetupTasks',
  tag: 'Look-ups',
  summary: 'What to prepare before the first store',
  description: 'Checked with Commerce where that is possible, otherwise ticked by a person.',
  query: spoken,
  answers: { 200: { description: 'All eight, in order.', schema: z.object({ items: z.array(preSetupTask) }) } },
  problems: ['invalid_query'],
});

export const setPreSetupTask = operation({
  ...plain,
  method: 'put',
  path: '/v1/pre-setup-tasks/{task}',
  operationId: 'setPreSetupTask',
  role: 'operator',
  tag: 'Look-ups',
  summary: 'Tick a task, or take the tick back',
  description: 'Who ticked it and when is kept.',
  params: z.object({ task: z.enum(preSetupTasks) }),
  query: spoken,
  body: z.strictObject({ done: z.boolean('done is true or false.') }),
  answers: { 200: { description: 'The task.', schema: preSetupTask } },
  problems: ['not_found', 'invalid_query', 'invalid_body'],
});
