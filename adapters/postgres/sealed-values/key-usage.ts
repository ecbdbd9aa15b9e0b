import type { Knex } from 'knex';
import type { SealingKey } from '../../secrets/secret-vault.ts';
import { type SealedColumn, sealedColumns } from './columns.ts';

/** How many values of a table a key has sealed. */
export interface KeyUsage {
  /** Null: not a sealed text. */
  readonly kid: string | null;
  readonly table: string;
  readonly count: number;
}

/** For operators: which keys seal values in the database and are not in `keys`; undefined when none is missing. */
export async function describeMissingKeys(database: Knex, keys: readonly SealingKey[]): Promise<string | undefined> {
  const present = new Set(keys.map(({ kid }) => kid));
  const missing = (await countSealedValues(database)).filter(({ kid }) => kid !== null && !present.has(kid));
  const [first] = missing;
  if (!first) return undefined;
  const isOne = missing.every(({ kid }) => kid === first.kid);
  return (
    `ENCRYPTION_KEYS lacks ${isOne ? 'a key that seals' : 'keys that seal'} values in the database: ${describeUsages(missing)}. ` +
    `Add ${isOne ? 'it' : 'them'} to ENCRYPTION_KEYS again, behind the first key, and start again (docs/keys.md).`
  );
}

/** By key and table. Reads every sealed value once. */
export async function countSealedValues(database: Knex): Promise<readonly KeyUsage[]> {
  const values = sealedColumns.map(kidsOf).join(' union all ');
  return database
    .from(database.raw(`(${values}) as v`))
    .groupBy('kid', 'table')
    .orderBy(['kid', 'table'])
    .select<KeyUsage[]>('kid', 'table', database.raw('count(*)::int as count'));
}

/** For metrics: by key id, with `unknown` for what is not a sealed text. */
export async function countByKey(database: Knex): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { kid, count } of await countSealedValues(database))
    counts.set(kid ?? 'unknown', (counts.get(kid ?? 'unknown') ?? 0) + count);
  return counts;
}

/** Such as `"2026-01" (grants: 480, webhooks: 3), "old" (signing_keys: 1)`. */
export function describeUsages(usages: readonly KeyUsage[]): string {
  const byKid = new Map<string, string[]>();
  for (const { kid, table, count } of usages)
    byKid.set(kid ?? 'unknown', [...(byKid.get(kid ?? 'unknown') ?? []), `${table}: ${count}`]);
  return [...byKid].map(([kid, tables]) => `"${kid}" (${tables.join(', ')})`).join(', ');
}

/**
 * Reads the key id from the header of a JWE. No value, however damaged, may make the query fail: only whole groups of
 * the Base64 alphabet are decoded, and bytes outside ASCII are escaped.
 */
function kidsOf({ table, column }: SealedColumn): string {
  const header = `split_part(${column}, '.', 1)`;
  const wholeGroups = `translate(left(${header}, length(${header}) / 4 * 4), '-_', '+/')`;
  const kid = String.raw`substring(encode(decode(${wholeGroups}, 'base64'), 'escape') from '"kid":"([\w.-]+)"')`;
  return `select '${table}' as table, case when ${header} ~ '^[A-Za-z0-9_-]+$' then ${kid} end as kid
    from ${table} where ${column} is not null`;
}
