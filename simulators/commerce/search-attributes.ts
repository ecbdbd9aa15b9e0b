import { attributes } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import type { CommerceRefusal } from './commerce-error.ts';
import type { Filter, SearchCriteria } from './search-criteria.ts';

interface Found {
  readonly items: readonly Attribute[];
  readonly search_criteria: SearchCriteria;
  readonly total_count: number;
}

type Field = Exclude<keyof Attribute, 'options'>;
const fields: readonly Field[] = [
  'attribute_id',
  'attribute_code',
  'default_frontend_label',
  'frontend_input',
  'is_visible',
  'is_required',
  'is_user_defined',
];

export function searchAttributes(criteria: SearchCriteria): Found | CommerceRefusal {
  const filters = criteria.filter_groups.flatMap((group) => group.filters);
  const wrong = [...filters, ...criteria.sort_orders].find(({ field }) => toField(field) === undefined);
  if (wrong !== undefined) {
    return { status: 400, message: 'Invalid attribute name: %fieldName', parameters: { fieldName: wrong.field } };
  }
  const unknown = filters.find(({ condition_type }) => !conditions.has(condition_type));
  if (unknown !== undefined) {
    return { status: 400, message: 'Invalid condition type: %type', parameters: { type: unknown.condition_type } };
  }
  const found = attributes
    .filter((attribute) =>
      criteria.filter_groups.every((group) => group.filters.some((filter) => fits(attribute, filter))),
    )
    .toSorted((a, b) => compare(a, b, criteria));
  const pageSize = criteria.page_size ?? Math.max(1, found.length);
  // Commerce repeats its last page for every later page number: a caller has to count.
  const lastPage = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(criteria.current_page ?? 1, lastPage);
  return {
    items: found.slice((page - 1) * pageSize, page * pageSize),
    search_criteria: criteria,
    total_count: found.length,
  };
}

const conditions: ReadonlyMap<string, (text: string, value: string) => boolean> = new Map([
  ['eq', (text: string, value: string) => text.toLowerCase() === value.toLowerCase()],
  ['neq', (text: string, value: string) => text.toLowerCase() !== value.toLowerCase()],
  ['like', (text: string, value: string) => likePattern(value).test(text)],
  ['in', (text: string, value: string) => value.split(',').includes(text)],
  ['nin', (text: string, value: string) => !value.split(',').includes(text)],
  ['gt', (text: string, value: string) => Number(text) > Number(value)],
  ['lt', (text: string, value: string) => Number(text) < Number(value)],
]);

function fits(attribute: Attribute, { field, value, condition_type }: Filter): boolean {
  return conditions.get(condition_type)?.(textOf(attribute, field), value) ?? false;
}

/** SQL's LIKE: % is any text, _ one character, a backslash takes the next one literally; case does not matter. */
function likePattern(value: string): RegExp {
  const pattern = value.replace(/\\?[\s\S]/g, (piece) => {
    if (piece === '%') return '[\\s\\S]*';
    if (piece === '_') return '[\\s\\S]';
    return piece.slice(-1).replace(/[.*+?^${}()|[\]\\/-]/, '\\$&');
  });
  return new RegExp(`^${pattern}$`, 'i');
}

function compare(a: Attribute, b: Attribute, { sort_orders }: SearchCriteria): number {
  for (const { field, direction } of sort_orders) {
    const order = textOf(a, field).localeCompare(textOf(b, field), 'en', { numeric: true });
    if (order !== 0) return direction === 'ASC' ? order : -order;
  }
  return a.attribute_id - b.attribute_id;
}

function textOf(attribute: Attribute, field: string): string {
  const value = attribute[toField(field) ?? 'attribute_code'];
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

function toField(name: string): Field | undefined {
  // The database calls it frontend_label, the API default_frontend_label; a filter may use either.
  const field = name === 'frontend_label' ? 'default_frontend_label' : name;
  return fields.find((known) => known === field);
}
