import { z } from 'zod';
import { locales } from '../../domain/reasons.ts';

/** Control characters and halves of characters: a database cannot keep them, and people cannot read them. */
const unreadable = /[\p{Cc}\p{Cs}]/u;
const visible = /[\p{L}\p{N}\p{S}\p{P}]/u;

/** A text as people write it: trimmed, in one Unicode form, with something to see in it. `what` begins its mistakes. */
export function text(what: string, maxLength: number) {
  return z
    .string(`${what} is missing or is not a text.`)
    .trim()
    .normalize('NFC')
    .min(1, `${what} is empty.`)
    .max(maxLength, `${what} is longer than ${maxLength} characters.`)
    .refine((value) => value === '' || visible.test(value), `${what} has nothing to see in it.`)
    .refine((value) => !unreadable.test(value), `${what} contains characters that cannot be shown.`);
}

/** One value of a query; a parameter given twice is a list and thus refused. */
export function queryText(maxLength: number) {
  return z
    .string('Give it once.')
    .max(maxLength, `It is longer than ${maxLength} characters.`)
    .refine((value) => !unreadable.test(value), 'It contains characters that cannot be shown.');
}

/** `?status=active,expired` and `?status=active&status=expired` mean the same. */
export function queryList<T extends string>(values: readonly [T, ...T[]], description: string) {
  const oneOf = `Each value is one of ${values.join(', ')}.`;
  return z
    .union([z.string(), z.array(z.string())], oneOf)
    .transform((given) => [given].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(z.enum(values, oneOf)).max(50, 'These are too many values.'))
    .optional()
    .meta({ description, type: 'array', items: { type: 'string', enum: [...values] } });
}

export const pageLimit = z
  .string('Give it once.')
  .regex(/^0*([1-9]\d?|1\d\d|200)$/, 'Give a whole number from 1 to 200.')
  .transform(Number)
  .default(50)
  .meta({
    description: 'How many items at most.',
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
    pattern: undefined,
  });

export const pageCursor = queryText(1000)
  .optional()
  .meta({ description: 'The `nextCursor` of an earlier answer, unchanged, with the same other parameters.' });

/** For calls that answer sentences. */
export const spoken = z.object({
  lang: z
    .enum(locales, `It is one of ${locales.join(', ')}.`)
    .optional()
    .meta({ description: 'The language of sentences; without it `Accept-Language` decides, then English.' }),
});

/** A day or a moment, answered as a moment in UTC. A day means its beginning in UTC. */
export function queryMoment(description: string) {
  const hint = 'Give a date such as 2027-01-31 or a moment such as 2027-01-31T12:00:00Z.';
  return z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], hint)
    .refine((value) => /^[1-9]\d{3}/.test(value), hint)
    .transform((value) => new Date(value).toISOString())
    .optional()
    .meta({ description, type: 'string', examples: ['2027-01-31', '2027-01-31T12:00:00Z'] });
}

export const moment = z.iso.datetime().meta({ examples: ['2026-11-24T02:35:00.000Z'] });
