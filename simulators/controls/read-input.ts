import type { z } from 'zod';
import type { FieldError } from './control-problem.ts';

export type Reading<Value> = { readonly value: Value } | { readonly errors: readonly FieldError[] };

/** Parses the input of a control; every error names its field. */
export function readInput<Value>(schema: z.ZodType<Value>, input: unknown): Reading<Value> {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  return { errors: result.error.issues.flatMap(toFieldErrors) };
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ field, message: `${field.slice(0, 100)} is not a field of this call.` }));
  }
  const field = issue.path.join('.');
  return [{ field, message: field === '' ? 'The request has to be a JSON object.' : issue.message }];
}
