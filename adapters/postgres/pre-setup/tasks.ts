import type { Knex } from 'knex';
import type { PreSetupTask } from '../../../domain/pre-setup-tasks.ts';

interface DoneTaskRow {
  task: PreSetupTask;
  done_by: string;
  done_at: Date;
}

export interface DoneTask {
  readonly by: string;
  readonly at: string;
}

/** Tasks that a person marked as done. */
export async function listDoneTasks(database: Knex): Promise<ReadonlyMap<PreSetupTask, DoneTask>> {
  const rows = await database<DoneTaskRow>('pre_setup_tasks').select();
  return new Map(rows.map((row) => [row.task, { by: row.done_by, at: row.done_at.toISOString() }]));
}

/** Marked again, it keeps who did it first. */
export async function markTaskDone(database: Knex, task: PreSetupTask, by: string): Promise<void> {
  await database<DoneTaskRow>('pre_setup_tasks').insert({ task, done_by: by }).onConflict('task').ignore();
}

export async function markTaskOpen(database: Knex, task: PreSetupTask): Promise<void> {
  await database<DoneTaskRow>('pre_setup_tasks').where({ task }).delete();
}
