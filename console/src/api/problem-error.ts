import type { components } from '../contract.d.ts';

export type Problem = components['schemas']['Problem'];

/** The API's own account of what went wrong. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** No usable answer came: the network, or something between us and the API. */
export class NoAnswerError extends Error {
  constructor(cause?: unknown) {
    super('No usable answer came.', { cause });
    this.name = 'NoAnswerError';
  }
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

/** Mistakes by the field they belong to (`/email` → `email`); those of no field are left out. */
export function mistakesByField(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  const entries = error.problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail] as const);
  return Object.fromEntries(entries.filter(([field]) => field !== ''));
}
