import type { CommerceRefusal } from './commerce-error.ts';

export interface Filter {
  readonly field: string;
  readonly value: string;
  readonly condition_type: string;
}

export interface SearchCriteria {
  /** All groups have to hold; a group holds when one of its filters does. */
  readonly filter_groups: readonly { readonly filters: readonly Filter[] }[];
  readonly sort_orders: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];
  readonly page_size?: number;
  readonly current_page?: number;
}

/** Reads `searchCriteria[filter_groups][0][filters][0][field]=…` and its kind, in camel or snake case. */
export function readSearchCriteria(query: URLSearchParams): SearchCriteria | CommerceRefusal {
  const values = new Map<string, string>();
  let isGiven = false;
  for (const [name, value] of query) {
    if (name !== 'searchCriteria' && !name.startsWith('searchCriteria[')) continue;
    isGiven = true;
    const path = [...name.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => toSnakeCase(part));
    values.set(path.join('.'), value);
  }
  if (!isGiven) {
    return {
      status: 400,
      message: '"%fieldName" is required. Enter and try again.',
      parameters: { fieldName: 'searchCriteria' },
    };
  }
  const pageSize = values.get('page_size');
  const currentPage = values.get('current_page');
  const wrong = [pageSize, currentPage].find((text) => text !== undefined && !/^[1-9]\d{0,8}$/.test(text));
  if (wrong !== undefined) {
    return {
      status: 400,
      message: 'The "%value" value\'s type is invalid. The "%type" type was expected. Verify and try again.',
      parameters: { value: wrong, type: 'int' },
    };
  }
  return {
    filter_groups: readFilterGroups(values),
    sort_orders: keysUnder(values, 'sort_orders').map((key) => ({
      field: values.get(`sort_orders.${key}.field`) ?? '',
      direction: values.get(`sort_orders.${key}.direction`)?.toUpperCase() === 'DESC' ? 'DESC' : 'ASC',
    })),
    ...(pageSize !== undefined && { page_size: Number(pageSize) }),
    ...(currentPage !== undefined && { current_page: Number(currentPage) }),
  };
}

function readFilterGroups(values: ReadonlyMap<string, string>): SearchCriteria['filter_groups'] {
  return keysUnder(values, 'filter_groups').map((group) => {
    const path = `filter_groups.${group}.filters`;
    return {
      filters: keysUnder(values, path).map((key) => ({
        field: values.get(`${path}.${key}.field`) ?? '',
        value: values.get(`${path}.${key}.value`) ?? '',
        condition_type: values.get(`${path}.${key}.condition_type`) ?? 'eq',
      })),
    };
  });
}

function keysUnder(values: ReadonlyMap<string, string>, path: string): string[] {
  const under = [...values.keys()].filter((key) => key.startsWith(`${path}.`));
  return [...new Set(under.map((key) => key.slice(path.length + 1).split('.')[0] ?? ''))].toSorted();
}

function toSnakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
