import type { Knex } from 'knex';
import type { PreSetupTicks } from '../../../api/ports.ts';
import type { PreSetupTask } from '../../../domain/pre-setup-tasks.ts';

interface TickRow {
  task: PreSetupTask;
  done_by: string;
  done_at: Date;
}

export function createPreSetupTicks(database: Knex): PreSetupTicks {
  return {
    async listTicks() {
      const rows = await database<TickRow>('pre_setup_tasks').select();
      return new Map(rows.map((row) => [row.task, { by: row.done_by, at: row.done_at.toISOString() }]));
    },
    async tick(task, by) {
      await database<TickRow>('pre_setup_tasks').insert({ task, done_by: by }).onConflict('task').ignore();
    },
    async untick(task) {
      await database<TickRow>('pre_setup_tasks').where({ task }).delete();
    },
  };
}
