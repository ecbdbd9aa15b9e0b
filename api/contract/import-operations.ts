import { z } from 'zod';
import {
  importFile,
  importId,
  importPage,
  importQuery,
  importRowPage,
  importRowQuery,
  storeImport,
} from './imports.ts';
import { operation, plain } from './operation.ts';
import { idempotencyHeaders } from './stores.ts';

export const addImport = operation({
  ...plain,
  method: 'post',
  path: '/v1/imports',
  operationId: 'addImport',
  tag: 'Imports',
  summary: 'Add many stores from one file',
  description:
    'Answers as soon as every row is kept; each then goes the way of `POST /v1/stores`, at most 20 a second, and has its own outcome. ' +
    'A row with mistakes is refused alone; a file that cannot be read is refused as a whole. ' +
    'The same file again creates nothing twice: rows whose store exists are `already_there`, or refused with what differs.',
  headers: idempotencyHeaders,
  body: z.string(),
  upload: importFile,
  answers: {
    202: { description: 'The import.', schema: storeImport, headers: { Location: 'Address of the import.' } },
  },
  problems: [
    'invalid_import',
    'invalid_header',
    'body_too_large',
    'unsupported_media_type',
    'idempotency_key_reused',
    'temporal_unavailable',
  ],
});

export const listImports = operation({
  ...plain,
  method: 'get',
  path: '/v1/imports',
  operationId: 'listImports',
  tag: 'Imports',
  summary: 'List imports',
  description: 'The newest first.',
  query: importQuery,
  answers: { 200: { description: 'One page of imports.', schema: importPage } },
  problems: ['invalid_query'],
});

export const getImport = operation({
  ...plain,
  method: 'get',
  path: '/v1/imports/{id}',
  operationId: 'getImport',
  tag: 'Imports',
  summary: 'See how far an import is',
  description: 'It is finished when no row waits any more.',
  params: importId,
  answers: { 200: { description: 'The import.', schema: storeImport } },
  problems: ['import_not_found'],
});

export const listImportRows = operation({
  ...plain,
  method: 'get',
  path: '/v1/imports/{id}/rows',
  operationId: 'listImportRows',
  tag: 'Imports',
  summary: 'What became of each row',
  description: 'In the order of the file.',
  params: importId,
  query: importRowQuery,
  answers: { 200: { description: 'One page of rows.', schema: importRowPage } },
  problems: ['import_not_found', 'invalid_query'],
});
