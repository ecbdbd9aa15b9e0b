/** What is wrong with one field of a request, for whoever filled it in. */
export interface FieldMistake {
  /** JSON pointer to the field. */
  readonly pointer: string;
  readonly detail: string;
}

/** One sentence for all of them. */
export function mistakesDetail(errors: readonly FieldMistake[]): string {
  const [first] = errors;
  return errors.length === 1 && first ? first.detail : `${errors.length} fields have mistakes.`;
}
