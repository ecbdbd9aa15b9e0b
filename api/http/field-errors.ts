import type { z } from 'zod';
import type { FieldError } from '../../domain/field-error.ts';

/** `depth`: path parts that callers know. A query parameter is one part, though we may parse it into a list. */
export function fieldErrors(error: z.ZodError, depth = Number.POSITIVE_INFINITY, unknownField = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return { pointer: toPointer(issue.path.slice(0, depth)), detail: issue.message };
    return issue.keys.slice(0, 20).map((key) => ({ pointer: toPointer([...issue.path, key]), detail: unknownField }));
  });
}

/** RFC 6901. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
