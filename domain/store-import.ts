/** What may become of the rows of an import. */
import type { FieldMistake } from './field-mistake.ts';
import type { StoreRequest } from './store-request.ts';

/** An import leaves room for everybody else. */
export const importRowsPerSecond = 20;
export const mostImportRows = 5000;

export const rowOutcomes = ['waiting', 'created', 'already_there', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export type RowCounts = Readonly<Record<RowOutcome, number>>;

/** Why a row is refused. As kept in the database: never a secret, never an e-mail address. */
export interface RowProblem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldMistake[];
}

export type RowResult =
  | { readonly outcome: 'created' | 'already_there'; readonly storeId: string }
  | { readonly outcome: 'refused'; readonly problem: RowProblem };

/**
 * Rows to take at once, at most `size`, in the order of the file. Of rows that could take each other's place, by the name
 * or by the seller and country, the first in the file is to win, so they are never taken together.
 */
export function groupRows<R extends { readonly request: StoreRequest }>(
  rows: readonly R[],
  size: number,
): readonly R[][] {
  const groups: R[][] = [];
  let places = new Set<string>();
  for (const row of rows) {
    const { name, sellerId, country } = row.request;
    const wanted = [`name ${name.toLowerCase()}`, ...(sellerId === undefined ? [] : [`seller ${sellerId} ${country}`])];
    const group = groups.at(-1);
    if (!group || group.length === size || wanted.some((place) => places.has(place))) {
      groups.push([row]);
      places = new Set(wanted);
    } else {
      group.push(row);
      for (const place of wanted) places.add(place);
    }
  }
  return groups;
}

/** What a row wants otherwise than the store that bears its name is. Names differ by more than their case. */
export function differences(row: StoreRequest, store: StoreRequest): readonly FieldMistake[] {
  const fields = ['website', 'country', 'email', 'secondEmail', 'productIdType', 'attributeCode', 'sellerId'] as const;
  return fields
    .filter((field) => row[field] !== store[field] && (field !== 'sellerId' || row[field] !== undefined))
    .map((field) => ({ pointer: `/${field}`, detail: existing(field, store[field]) }));
}

function existing(field: keyof StoreRequest, value: string | undefined): string {
  if (value === undefined) return 'The existing store has none.';
  // A row's problem outlives the address it is about.
  if (field === 'email' || field === 'secondEmail') return 'The existing store has another e-mail address.';
  return `The existing store has "${value}".`;
}

export function refused(code: string, detail: string, errors: readonly FieldMistake[] = []): RowResult {
  return { outcome: 'refused', problem: { code, detail, ...(errors.length > 0 && { errors }) } };
}
