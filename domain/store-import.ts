/** The lines of an import file, and their outcomes. */
import type { FieldError } from './field-error.ts';
import type { StoreRequest } from './store-request.ts';

/** Slow enough to leave capacity for other work. */
export const importLinesPerSecond = 20;
export const maxImportLines = 5000;
/** A line that has failed so often, while Commerce and PostgreSQL answered, is refused. */
export const maxLineFailures = 10;

export const lineOutcomes = ['waiting', 'created', 'already_there', 'refused'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

export type LineCounts = Readonly<Record<LineOutcome, number>>;

/** Why a line was refused. Kept in the database: never a secret, never an e-mail address. */
export interface LineProblem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
}

export type LineResult =
  | { readonly outcome: 'created' | 'already_there'; readonly storeId: string }
  | { readonly outcome: 'refused'; readonly problem: LineProblem };

/**
 * Groups of lines to import concurrently, each of at most `size`, in the order of the file. Lines with the same name, or
 * the same seller and country, are never in one group, because the first of them in the file must win.
 */
export function groupLines<L extends { readonly request: StoreRequest }>(
  lines: readonly L[],
  size: number,
): readonly L[][] {
  const groups: L[][] = [];
  let groupKeys = new Set<string>();
  for (const line of lines) {
    const keys = lineKeys(line.request);
    const group = groups.at(-1);
    if (!group || group.length === size || keys.some((key) => groupKeys.has(key))) {
      groups.push([line]);
      groupKeys = new Set(keys);
    } else {
      group.push(line);
      for (const key of keys) groupKeys.add(key);
    }
  }
  return groups;
}

/** What only one store can have. Of lines that share one, the first in the file must win. */
export function lineKeys({ name, sellerId, country }: StoreRequest): readonly string[] {
  const nameKey = `name ${name.toLowerCase()}`;
  return sellerId === undefined ? [nameKey] : [nameKey, `seller ${sellerId} ${country}`];
}

/** Fields in which a line differs from the store with the same name. */
export function differingFields(line: StoreRequest, store: StoreRequest): readonly FieldError[] {
  const fields = ['website', 'country', 'email', 'secondEmail', 'productIdType', 'attributeCode', 'sellerId'] as const;
  return fields
    .filter((field) => line[field] !== store[field] && (field !== 'sellerId' || line[field] !== undefined))
    .map((field) => ({ pointer: `/${field}`, detail: existingValue(field, store[field]) }));
}

function existingValue(field: keyof StoreRequest, value: string | undefined): string {
  if (value === undefined) return 'The existing store has none.';
  // The problem of a line is kept longer than the e-mail address.
  if (field === 'email' || field === 'secondEmail') return 'The existing store has another e-mail address.';
  return `The existing store has "${value}".`;
}

export function refusedLine(code: string, detail: string, errors: readonly FieldError[] = []): LineResult {
  return { outcome: 'refused', problem: { code, detail, ...(errors.length > 0 && { errors }) } };
}
