import { z } from 'zod';
import { preSetupTasks } from '../../domain/pre-setup-tasks.ts';
import { langQuery, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';

const preSetupTask = z
  .object({
    task: z.enum(preSetupTasks),
    done: z.boolean().meta({ description: 'True when the check passed or a person marked the task as done.' }),
    doneBy: z.string().optional().meta({ description: 'Who marked it as done.' }),
    doneAt: timestamp.optional(),
    check: z.enum(['passed', 'failed', 'manual', 'unknown']).meta({
      description: '`manual`: cannot be checked automatically. `unknown`: Commerce could not be reached.',
    }),
    detail: z.string().optional().meta({ description: 'What the check found.' }),
  })
  .meta({ id: 'PreSetupTask', description: 'A task for the merchant before the first store.' });

export const listPreSetupTasks = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/pre-setup-tasks',
  operationId: 'listPreSetupTasks',
  tag: 'Look-ups',
  summary: 'List pre-setup tasks',
  description: 'Checked in Commerce where possible; a person marks the others as done.',
  query: langQuery,
  responses: { 200: { description: 'All eight tasks, in order.', schema: z.object({ items: z.array(preSetupTask) }) } },
  problems: ['invalid_query'],
});

export const setPreSetupTask = defineOperation({
  ...defaults,
  method: 'put',
  path: '/v1/pre-setup-tasks/{task}',
  operationId: 'setPreSetupTask',
  role: 'operator',
  tag: 'Look-ups',
  summary: 'Update a pre-setup task',
  description: 'Marks the task as done or not done, and records who did it and when.',
  params: z.object({ task: z.enum(preSetupTasks) }),
  query: langQuery,
  body: z.strictObject({ done: z.boolean('done is true or false.') }),
  responses: { 200: { description: 'The task.', schema: preSetupTask } },
  problems: ['not_found', 'invalid_query', 'invalid_body'],
});
