import { z } from 'zod';
import { mostImportRows, rowOutcomes } from '../../domain/store-import.ts';
import type { Upload } from './operation.ts';
import { fieldError } from './problem.ts';
import { moment, pageCursor, pageLimit, queryList } from './texts.ts';

const outcomeTexts =
  '`waiting`: not settled yet. `created`: a store was made of it. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`.';

export const storeImport = z
  .object({
    id: z.uuid(),
    state: z.enum(['running', 'finished']),
    counts: z
      .object({ created: z.int(), already_there: z.int(), refused: z.int(), waiting: z.int() })
      .meta({ description: `Rows by outcome. ${outcomeTexts}` }),
    workflowId: z.string().meta({ description: 'In Temporal.' }),
    createdAt: moment,
    finishedAt: moment.optional(),
  })
  .meta({ id: 'Import', description: 'A file of stores, and how far it is.' });
export type StoreImport = z.output<typeof storeImport>;

export const importRow = z
  .object({
    line: z.int().meta({ description: 'Where the row begins in the file; the first line is 1.' }),
    name: z.string().optional().meta({ description: 'Absent when it could not be read.' }),
    outcome: z.enum(rowOutcomes).meta({ description: outcomeTexts }),
    storeId: z.uuid().optional().meta({ description: 'The store that was made or found.' }),
    problem: z
      .object({
        code: z
          .string()
          .meta({ description: 'The code that `POST /v1/stores` has for it.', examples: ['invalid_body'] }),
        detail: z.string(),
        errors: z.array(fieldError),
      })
      .optional()
      .meta({ description: 'Why it was refused, with one entry per wrong field.' }),
  })
  .meta({ id: 'ImportRow' });
export type StoreImportRow = z.output<typeof importRow>;

const nextCursor = z.string().optional().meta({ description: 'Absent on the last page.' });
export const importPage = z.object({ items: z.array(storeImport), nextCursor }).meta({ id: 'ImportPage' });
export const importRowPage = z.object({ items: z.array(importRow), nextCursor }).meta({ id: 'ImportRowPage' });

export const importId = z.object({ id: z.uuid().toLowerCase().meta({ description: 'The id of the import.' }) });
export const importQuery = z.object({ limit: pageLimit, cursor: pageCursor });
export const importRowQuery = z.object({
  outcome: queryList(rowOutcomes, 'Only rows with these outcomes.'),
  limit: pageLimit,
  cursor: pageCursor,
});

const fields =
  'The fields are those of a new store, and `refreshToken` with `authorizedAt`, beside `sellerId`, for an authorization that the seller gave elsewhere: ' +
  'it is sealed at once, serves every row of the seller and its region, and is asked about at Amazon before a store becomes active.';
const limits = `At most ${mostImportRows} rows and 5 MB, in UTF-8.`;

export const importFile: Upload = {
  maxBytes: 5_000_000,
  types: {
    'text/csv': z.string().meta({
      description: `A header row that names the fields, then one row per store, separated by commas or semicolons. An empty cell is an absent field. ${fields} ${limits}`,
      examples: ['website,email,name,country\nbase,seller@example.com,Amazon Store USA,US\n'],
    }),
    'application/x-ndjson': z.string().meta({
      description: `One JSON object per line. ${fields} ${limits}`,
      examples: ['{"website":"base","email":"seller@example.com","name":"Amazon Store USA","country":"US"}\n'],
    }),
  },
};
