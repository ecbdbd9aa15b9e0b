import { z } from 'zod';
import { sellerIdPattern } from '../../domain/seller-proof.ts';
import { locales } from '../../locales/index.ts';

/** Control characters and unpaired surrogates: people cannot read them, and PostgreSQL cannot store some of them. */
const unprintable = /[\p{Cc}\p{Cs}]/u;
const visible = /[\p{L}\p{N}\p{S}\p{P}]/u;
const timestampHint = 'Give a timestamp such as 2027-01-31T12:00:00Z.';

/** Text that a person typed: trimmed, in Unicode NFC, with at least one visible character. Errors start with `label`. */
export function text(label: string, maxLength: number) {
  return z
    .string(`${label} is missing or is not a text.`)
    .trim()
    .normalize('NFC')
    .min(1, `${label} is empty.`)
    .max(maxLength, `${label} is longer than ${maxLength} characters.`)
    .refine((value) => value === '' || visible.test(value), `${label} has no visible characters.`)
    .refine((value) => !unprintable.test(value), `${label} contains unprintable characters.`);
}

const sellerIdHint = 'A seller id is 8 to 20 capital letters and digits, such as A2LV4V6AKMD2QH.';
export const sellerId = text('The seller id', 64).regex(sellerIdPattern, sellerIdHint);

/** A single query parameter. A repeated one arrives as a list and is refused. */
export function queryText(maxLength: number) {
  return z
    .string('Give this parameter once.')
    .max(maxLength, `It is longer than ${maxLength} characters.`)
    .refine((value) => !unprintable.test(value), 'It contains unprintable characters.');
}

export const querySellerId = queryText(64).regex(sellerIdPattern, sellerIdHint);

/** `?status=active,expired` and `?status=active&status=expired` are equivalent. */
export function queryList<T extends string>(values: readonly [T, ...T[]], description: string) {
  const oneOf = `Each value is one of ${values.join(', ')}.`;
  return z
    .union([z.string(), z.array(z.string())], oneOf)
    .transform((value) => [value].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(z.enum(values, oneOf)).max(50, 'Give at most 50 values.'))
    .optional()
    .meta({ description, type: 'array', items: { type: 'string', enum: [...values] } });
}

/** A date or a timestamp, parsed to a timestamp in UTC. A date means its start in UTC. */
export function queryTimestamp(description: string) {
  const hint = 'Give a date such as 2027-01-31 or a timestamp such as 2027-01-31T12:00:00Z.';
  return z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], hint)
    .refine((value) => /^[1-9]\d{3}/.test(value), hint)
    .transform((value) => new Date(value).toISOString())
    .optional()
    .meta({ description, type: 'string', examples: ['2027-01-31', '2027-01-31T12:00:00Z'] });
}

/** In a request, with any offset. */
export const zonedTimestamp = (hint = timestampHint) => z.iso.datetime({ offset: true, error: hint });
/** In a response, in UTC. */
export const timestamp = z.iso.datetime().meta({ examples: ['2026-11-24T02:35:00.000Z'] });

export const pageQuery = z.object({
  limit: z
    .string('Give this parameter once.')
    .regex(/^0*([1-9]\d?|1\d\d|200)$/, 'Give a whole number from 1 to 200.')
    .transform(Number)
    .default(50)
    .meta({
      description: 'The maximum number of items.',
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
      pattern: undefined,
    }),
  cursor: queryText(1000)
    .optional()
    .meta({ description: 'The `nextCursor` of the previous page. Keep the other parameters the same.' }),
});

export function pageOf<T extends z.ZodType>(item: T) {
  const nextCursor = z
    .string()
    .optional()
    .meta({ description: 'The cursor of the next page. Absent on the last page.' });
  return z.object({ items: z.array(item), nextCursor });
}

export function idParams(resource: string) {
  return z.object({
    id: z
      .uuid()
      .toLowerCase()
      .meta({ description: `The id of the ${resource}.` }),
  });
}

/** For operations whose responses contain sentences. */
export const langQuery = z.object({
  lang: z
    .enum(locales, `It is one of ${locales.join(', ')}.`)
    .optional()
    .meta({ description: 'The language of sentences. Default: `Accept-Language`, then English.' }),
});

export const idempotencyHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'It is 1 to 255 visible ASCII characters.')
    .optional()
    .meta({
      description: 'Chosen by you. A repeated request with the same key and body creates nothing new.',
      examples: ['store-1'],
    }),
});
