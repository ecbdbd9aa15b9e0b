import type { Knex } from 'knex';

/** How often a line of an import has failed by itself. Undone by `down`: a line that always fails is tried for ever. */
export const importLineFailures = {
  name: '0026-import-line-failures',

  async up(knex: Knex): Promise<void> {
    await knex.raw('alter table import_rows add column failures integer not null default 0');
  },

  async down(knex: Knex): Promise<void> {
    await knex.raw('alter table import_rows drop column failures');
  },
};
