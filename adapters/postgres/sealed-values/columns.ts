import type { Knex } from 'knex';

/** A column whose values are sealed, and as SQL the context that each was sealed for, as in `sealingContexts`. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly context: string;
  /** Without a value, its user makes another. */
  readonly isReplaceable?: boolean;
}

/** Every place of a sealed value. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'grants', column: 'sealed_refresh_token', context: `'grant/' || selling_partner_id || '/' || region` },
  { table: 'consents', column: 'sealed_code', context: `'consent/' || id || '/code'` },
  { table: 'consents', column: 'sealed_refresh_token', context: `'consent/' || id || '/token'` },
  {
    table: 'replaced_authorizations',
    column: 'sealed_refresh_token',
    context: `'replaced/' || consent_id || '/token'`,
    isReplaceable: true,
  },
  {
    table: 'import_rows',
    column: 'sealed_refresh_token',
    context: `'import/' || import_id || '/' || line || '/token'`,
  },
  { table: 'application_secrets', column: 'sealed_secret', context: `'application/' || id || '/secret'` },
  { table: 'signing_keys', column: 'sealed_key', context: `'signing/' || name` },
  { table: 'messages', column: 'sealed_link_token', context: `'message/' || id || '/link'`, isReplaceable: true },
  { table: 'webhooks', column: 'sealed_secret', context: `'webhook/' || id || '/secret'` },
  { table: 'webhooks', column: 'sealed_previous_secret', context: `'webhook/' || id || '/secret'` },
];

export interface SealedValue {
  readonly context: string;
  readonly sealed: string;
}

/** The sealed values of a column, by their contexts, as the query `v`. */
export function sealedValues(database: Knex, { table, column, context }: SealedColumn): Knex.QueryBuilder {
  const values = database(table)
    .whereNotNull(column)
    .select(database.raw(`(${context}) collate "C" as context`));
  return database(values.select(`${column} as sealed`).as('v'));
}
