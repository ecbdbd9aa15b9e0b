import { z } from 'zod';
import type { ImportedAuthorization, NewImportLine } from '../../adapters/postgres/imports/imports.ts';
import { marketplaces } from '../../domain/marketplaces.ts';
import { queryTimestamp } from '../contract/fields.ts';
import { newStore } from '../contract/store-settings.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { invalidBody } from '../http/problem.ts';
import type { FileLine } from './import-line.ts';

const authorizationRule = 'Give refreshToken, authorizedAt and sellerId together, or none of the first two.';

const lineSchema = newStore
  .safeExtend({
    refreshToken: z
      .string('The refresh token is not a text.')
      .regex(/^[\x21-\x7e]{1,2048}$/, 'The refresh token is up to 2048 visible characters without spaces.')
      .optional(),
    authorizedAt: queryTimestamp('When the seller authorized at Amazon.'),
  })
  .superRefine(({ refreshToken, authorizedAt, sellerId }, context) => {
    const hasAuthorization = refreshToken !== undefined || authorizedAt !== undefined;
    for (const [field, value] of Object.entries({ refreshToken, authorizedAt, sellerId }))
      if (hasAuthorization && value === undefined)
        context.addIssue({ code: 'custom', path: [field], message: authorizationRule });
  });

export const lineFields: readonly string[] = Object.keys(lineSchema.shape);

/** Checks lines as `POST /v1/stores` checks its body. Only the name of an invalid line is kept. */
export function checkLines(lines: readonly FileLine[]): readonly NewImportLine[] {
  return shareAuthorizations(lines.map(checkLine));
}

function checkLine(fileLine: FileLine): NewImportLine {
  if ('problem' in fileLine) return fileLine;
  const { line, values } = fileLine;
  const parsed = lineSchema.safeParse(values);
  if (parsed.success) {
    const { refreshToken, authorizedAt, ...request } = parsed.data;
    if (refreshToken === undefined || authorizedAt === undefined) return { line, request };
    return { line, request, authorization: { refreshToken, authorizedAt } };
  }
  const errors = fieldErrors(
    parsed.error,
    undefined,
    `There is no such field. The fields are ${lineFields.join(', ')}.`,
  );
  const name = newStore.shape.name.safeParse(Object(values).name);
  const { code, message: detail } = invalidBody(errors);
  return { line, name: name.data, problem: { code, detail, errors } };
}

/** The newest authorization of a seller applies to all its lines of the same region, anywhere in the file. */
function shareAuthorizations(lines: readonly NewImportLine[]): readonly NewImportLine[] {
  const newest = new Map<string, ImportedAuthorization>();
  for (const line of lines) {
    const key = authorizationKey(line);
    if (key === undefined || !('authorization' in line) || !line.authorization) continue;
    const other = newest.get(key);
    if (!other || other.authorizedAt < line.authorization.authorizedAt) newest.set(key, line.authorization);
  }
  return lines.map((line) => {
    const authorization = newest.get(authorizationKey(line) ?? '');
    return authorization && 'request' in line ? { ...line, authorization } : line;
  });
}

function authorizationKey(line: NewImportLine): string | undefined {
  if ('problem' in line || line.request.sellerId === undefined) return undefined;
  return `${line.request.sellerId}/${marketplaces[line.request.country].region}`;
}
