import { z } from 'zod';
import { readInput } from './read-input.ts';
import type { Reading } from './read-input.ts';

const mostRequests = 20_000;
const limitWords = `limit has to be a whole number from 1 to ${mostRequests}.`;
const afterWords = 'after has to be the id of a request, or 0.';
const sinceWords = 'since has to be a time such as 2030-01-31T12:00:00Z.';

const schema = z.strictObject({
  since: z
    .string(sinceWords)
    .transform((text) => new Date(text))
    .pipe(z.date(sinceWords))
    .optional(),
  after: z
    .string(afterWords)
    .regex(/^\d{1,12}$/, afterWords)
    .transform(Number)
    .optional(),
  limit: z
    .string(limitWords)
    .regex(/^[1-9]\d{0,4}$/, limitWords)
    .transform(Number)
    .pipe(z.number().max(mostRequests, limitWords))
    .default(1000),
});

export type LogQuery = z.infer<typeof schema>;

export const readLogQuery = (query: unknown): Reading<LogQuery> => readInput(schema, query);
