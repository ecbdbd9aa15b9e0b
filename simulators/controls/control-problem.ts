import type { Response } from 'express';

export interface Mistake {
  readonly field: string;
  readonly message: string;
}

/** Refuses a control request: what is wrong with which field, and what is accepted. */
export function refuse(response: Response, mistakes: readonly Mistake[], status = 400): void {
  response.status(status).json({ message: mistakes.map(({ message }) => message).join(' '), errors: mistakes });
}
