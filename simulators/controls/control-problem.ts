import type { Response } from 'express';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Refuses a control request: what is wrong with which field, and what is accepted. */
export function refuse(response: Response, errors: readonly FieldError[], status = 400): void {
  response.status(status).json({ message: errors.map(({ message }) => message).join(' '), errors: errors });
}
