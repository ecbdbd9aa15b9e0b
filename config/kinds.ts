/** Kinds of values that several variables have. */
import { z } from 'zod';
import { secretVariable, variable } from './variables.ts';

export const required = z.string().min(1);
export const optionalText = z.string().optional();

export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

export const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max));

/** A port as people set it; 0 means "choose a free one" (in `npm start`). */
export const portVariable = (fallback: number) =>
  variable('a port from 0 to 65535', wholeNumber(0, 65_535).prefault(String(fallback)));

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const duration = (minMs: number, maxMs: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/)
    .transform((text) => Math.round(Number.parseFloat(text) * (unitMs[text.replace(/^[\d.]+/, '')] ?? Number.NaN)))
    .pipe(z.number().min(minMs).max(maxMs));

export const url = (...protocols: string[]) =>
  z.string().refine((text) => {
    const parsed = parseUrl(text);
    return parsed !== undefined && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  });

const databaseUrl = url('postgres:', 'postgresql:');
const acceptedDatabaseUrl = 'a PostgreSQL address such as postgres://user:password@host:5432/database';

export const databaseUrlVariable = secretVariable(acceptedDatabaseUrl, databaseUrl);

/** `MIGRATION_DATABASE_URL`: of the owner of the tables, where API and worker have a role of their own. */
export const migrationVariables = {
  DATABASE_URL: databaseUrlVariable,
  MIGRATION_DATABASE_URL: secretVariable(`${acceptedDatabaseUrl}, or nothing`, databaseUrl.optional()),
};

/** An HTTP address whose path is ours to append. */
export const baseUrl = url('http:', 'https:')
  .refine((text) => parseUrl(text)?.search === '' && parseUrl(text)?.hash === '')
  .transform((text) => text.replace(/\/+$/, ''));

export const vendorUrl = (fallback: string) =>
  variable(`an http or https address without a path, such as ${fallback}`, baseUrl.refine(isBare).prefault(fallback));

function isBare(text: string): boolean {
  return parseUrl(text)?.pathname === '/';
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
