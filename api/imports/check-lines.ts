import { z } from 'zod';
import { marketplaces } from '../../domain/marketplaces.ts';
import { newStore } from '../contract/store-settings.ts';
import { queryTimestamp } from '../contract/fields.ts';
import { fieldErrors } from '../http/field-errors.ts';
import type { ImportedAuthorization, NewImportLine } from '../ports.ts';
import { invalidBody } from '../http/problem.ts';
import type { FileLine } from './import-line.ts';

const grantRule = 'refreshToken and authorizedAt are given together, with sellerId, or not at all.';

const row = newStore
  .safeExtend({
    refreshToken: z
      .string('The refresh token is not a text.')
      .regex(/^[\x21-\x7e]{1,2048}$/, 'The refresh token is up to 2048 visible characters without spaces.')
      .optional(),
    authorizedAt: queryTimestamp('When the seller agreed at Amazon.'),
  })
  .superRefine(({ refreshToken, authorizedAt, sellerId }, context) => {
    const hasGrant = refreshToken !== undefined || authorizedAt !== undefined;
    for (const [field, value] of Object.entries({ refreshToken, authorizedAt, sellerId }))
      if (hasGrant && value === undefined) context.addIssue({ code: 'custom', path: [field], message: grantRule });
  });

export const lineFields: readonly string[] = Object.keys(row.shape);

/** Checks rows as `POST /v1/stores` checks its body. Of a row that has mistakes nothing is kept but its name. */
export function checkLines(rows: readonly FileLine[]): readonly NewImportLine[] {
  return shareGrants(rows.map(checkRow));
}

function checkRow(given: FileLine): NewImportLine {
  if ('problem' in given) return given;
  const { line, values } = given;
  const read = row.safeParse(values);
  if (read.success) {
    const { refreshToken, authorizedAt, ...request } = read.data;
    if (refreshToken === undefined || authorizedAt === undefined) return { line, request };
    return { line, request, grant: { refreshToken, authorizedAt } };
  }
  const errors = fieldErrors(read.error, undefined, `A row has no such field; it has: ${lineFields.join(', ')}.`);
  const name = newStore.shape.name.safeParse(Object(values).name);
  const { code, message: detail } = invalidBody(errors);
  return { line, ...(name.success && { name: name.data }), problem: { code, detail, errors } };
}

/** The newest authorization of a seller serves every row of the seller and its region, wherever in the file it stands. */
function shareGrants(rows: readonly NewImportLine[]): readonly NewImportLine[] {
  const newest = new Map<string, ImportedAuthorization>();
  for (const each of rows) {
    const key = grantKey(each);
    if (key === undefined || !('grant' in each) || !each.grant) continue;
    const other = newest.get(key);
    if (!other || other.authorizedAt < each.grant.authorizedAt) newest.set(key, each.grant);
  }
  return rows.map((each) => {
    const grant = newest.get(grantKey(each) ?? '');
    return grant && 'request' in each ? { ...each, grant } : each;
  });
}

function grantKey(each: NewImportLine): string | undefined {
  if ('problem' in each || each.request.sellerId === undefined) return undefined;
  return `${each.request.sellerId}/${marketplaces[each.request.country].region}`;
}
