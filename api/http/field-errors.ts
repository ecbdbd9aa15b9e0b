import type { z } from 'zod';
import type { FieldError } from '../../domain/field-error.ts';

/** `depth`: how much of a path people can see, when the rest is how we read it. */
export function fieldErrors(error: z.ZodError, depth = Number.POSITIVE_INFINITY, unknownField = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return { pointer: toPointer(issue.path.slice(0, depth)), detail: issue.message };
    return issue.keys.slice(0, 20).map((key) => ({ pointer: toPointer([...issue.path, key]), detail: unknownField }));
  });
}

/** RFC 6901. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
