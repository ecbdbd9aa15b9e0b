import { z } from 'zod';
import { maxImportLines, lineOutcomes } from '../../domain/store-import.ts';
import { idempotencyHeaders, idParams, pageOf, pageQuery, queryList, timestamp } from './fields.ts';
import { defaults, defineOperation, type Upload } from './operation.ts';
import { fieldError } from './problem.ts';

const outcomeDescription =
  '`waiting`: not processed yet. `created`: the store has been created. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`.';

export const storeImport = z
  .object({
    id: z.uuid(),
    state: z.enum(['running', 'finished']),
    counts: z
      .object({ created: z.int(), already_there: z.int(), refused: z.int(), waiting: z.int() })
      .meta({ description: `Rows by outcome. ${outcomeDescription}` }),
    workflowId: z.string().meta({ description: 'The workflow id in Temporal.' }),
    createdAt: timestamp,
    finishedAt: timestamp.optional(),
  })
  .meta({ id: 'Import', description: 'A file of stores and the progress of its import.' });
export type StoreImport = z.output<typeof storeImport>;

const importRow = z
  .object({
    line: z.int().meta({ description: 'The line of the file that the row starts on. The first line is 1.' }),
    name: z.string().optional().meta({ description: 'Absent when it could not be read.' }),
    outcome: z.enum(lineOutcomes).meta({ description: outcomeDescription }),
    storeId: z.uuid().optional().meta({ description: 'The store that was created or already existed.' }),
    problem: z
      .object({
        code: z.string().meta({
          description: 'The problem code that `POST /v1/stores` answers in this case.',
          examples: ['invalid_body'],
        }),
        detail: z.string(),
        errors: z.array(fieldError),
      })
      .optional()
      .meta({ description: 'Why the row was refused, with one entry per invalid field.' }),
  })
  .meta({ id: 'ImportRow' });
export type StoreImportRow = z.output<typeof importRow>;

export const importPage = pageOf(storeImport).meta({ id: 'ImportPage' });
export const importRowPage = pageOf(importRow).meta({ id: 'ImportRowPage' });

const importParams = idParams('import');

const fields =
  'The fields are those of a new store. For an authorization that the seller granted elsewhere, add `refreshToken` and `authorizedAt` to `sellerId`: ' +
  'the refresh token is encrypted at once, serves every row of the seller and its region, and is checked at Amazon before a store becomes active.';
const limits = `At most ${maxImportLines} rows and 5 MB, in UTF-8.`;

const importFile: Upload = {
  maxBytes: 5_000_000,
  types: {
    'text/csv': z.string().meta({
      description: `A header row with the field names, then one row per store, separated by commas or semicolons. An empty cell is an absent field. ${fields} ${limits}`,
      examples: ['website,email,name,country\nbase,seller@example.com,Amazon Store USA,US\n'],
    }),
    'application/x-ndjson': z.string().meta({
      description: `One JSON object per line. ${fields} ${limits}`,
      examples: ['{"website":"base","email":"seller@example.com","name":"Amazon Store USA","country":"US"}\n'],
    }),
  },
};

export const addImport = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/imports',
  operationId: 'addImport',
  tag: 'Imports',
  summary: 'Create an import',
  description:
    'Responds as soon as every row is stored. Each row is then processed like `POST /v1/stores`, at most 20 per second, and has its own outcome. ' +
    'An invalid row is refused by itself; a file that cannot be read is refused as a whole. ' +
    'Importing the same file again creates nothing twice: rows of existing stores are `already_there`, or refused when settings differ.',
  headers: idempotencyHeaders,
  body: z.string(),
  upload: importFile,
  responses: {
    202: { description: 'The import.', schema: storeImport, headers: { Location: 'URL of the import.' } },
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

export const listImports = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/imports',
  operationId: 'listImports',
  tag: 'Imports',
  summary: 'List imports',
  description: 'Newest first.',
  query: pageQuery,
  responses: { 200: { description: 'One page of imports.', schema: importPage } },
  problems: ['invalid_query'],
});

export const getImport = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/imports/{id}',
  operationId: 'getImport',
  tag: 'Imports',
  summary: 'Retrieve an import',
  description: 'An import is finished when no row is waiting.',
  params: importParams,
  responses: { 200: { description: 'The import.', schema: storeImport } },
  problems: ['import_not_found'],
});

export const listImportRows = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/imports/{id}/rows',
  operationId: 'listImportRows',
  tag: 'Imports',
  summary: 'List the rows of an import',
  description: 'In file order, each with its outcome.',
  params: importParams,
  query: z.object({ outcome: queryList(lineOutcomes, 'Only rows with these outcomes.'), ...pageQuery.shape }),
  responses: { 200: { description: 'One page of rows.', schema: importRowPage } },
  problems: ['import_not_found', 'invalid_query'],
});
