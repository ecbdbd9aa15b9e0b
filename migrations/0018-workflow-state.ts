import type { Knex } from 'knex';

/**
 * The state of each store's workflow, from which the workflow can be started again. Undone by `down`, which forgets it:
 * a restart then rebuilds the state from the other columns.
 */
export const workflowState = {
  name: '0018-workflow-state',

  async up(knex: Knex): Promise<void> {
    await knex.raw(`
      alter table stores
        add column workflow_state jsonb,
        -- the change it belongs to: a release that does not write it makes it older than changed_at
        add column workflow_state_at timestamptz(3);
      create index stores_overdue on stores (next_at) where next_at is not null and status <> 'deleted';
    `);
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw(`
      drop index stores_overdue;
      alter table stores drop column workflow_state, drop column workflow_state_at;
    `);
  },
};
