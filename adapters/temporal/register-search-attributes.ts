import type { Connection } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';

/** Temporal's wire values (`temporal.api.enums.v1.IndexedValueType`). */
const indexedValueType: Readonly<Record<SearchAttributeType, number>> = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
};

interface SearchAttributeKey {
  readonly name: string;
  readonly type: SearchAttributeType;
}

/**
 * Adds the search attributes that are missing in the namespace. A workflow that upserts an unknown one makes no progress,
 * so a worker does this before it polls. Throws when the server refuses (on Temporal Cloud, add them with `tcld`).
 */
export async function registerSearchAttributes(
  connection: Pick<Connection | NativeConnection, 'operatorService'>,
  namespace: string,
  keys: readonly SearchAttributeKey[],
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = keys.filter(({ name }) => customAttributes[name] === undefined);
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
}

export async function addSearchAttributes(
  connection: Pick<Connection | NativeConnection, 'operatorService'>,
  namespace: string,
  keys: readonly SearchAttributeKey[],
): Promise<void> {
  const searchAttributes = Object.fromEntries(keys.map(({ name, type }) => [name, indexedValueType[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
