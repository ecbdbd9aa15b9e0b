import { useRef, useState } from 'react';

export type FieldErrors<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** What a form holds while it is edited, and the errors of its fields. */
export function useDraft<T extends object>(initial: T) {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors<string>>({});
  const fieldsRef = useRef<HTMLDivElement>(null);

  /** A changed field loses its error. */
  const change = (changes: Partial<T>) => {
    setDraft((old) => ({ ...old, ...changes }));
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in changes))));
  };
  const showErrors = (newErrors: FieldErrors<string>) => {
    setErrors(newErrors);
    // After the errors are painted, the first invalid field gets the focus.
    requestAnimationFrame(() => {
      const fields = [...(fieldsRef.current?.querySelectorAll('[data-field]') ?? [])];
      const firstInvalid = fields.find((field) => (field.getAttribute('data-field') ?? '') in newErrors);
      firstInvalid?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    });
  };
  const reset = () => {
    setDraft(initial);
    setErrors({});
  };
  return { draft, errors, hasErrors: Object.keys(errors).length > 0, fieldsRef, change, showErrors, reset };
}

/** The props by which a field shows its error. */
export function fieldError(error: string | undefined) {
  return { isInvalid: error !== undefined, errorMessage: error };
}
