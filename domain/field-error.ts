/** What is wrong with one field of a request. */
export interface FieldError {
  /** JSON pointer to the field. */
  readonly pointer: string;
  readonly detail: string;
}

/** One sentence for all of them. */
export function summarizeFieldErrors(errors: readonly FieldError[]): string {
  const [first] = errors;
  return errors.length === 1 && first ? first.detail : `${errors.length} fields are invalid.`;
}
