import type { components } from '../contract.d.ts';

export type Problem = components['schemas']['Problem'];

/** An error that the API reported. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The network failed, or a proxy answered instead of the API. */
export class NoResponseError extends Error {
  constructor(cause?: unknown) {
    super('No usable response', { cause });
    this.name = 'NoResponseError';
  }
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

export function hasProblemCode(error: unknown, code: Problem['code']): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Validation errors by field (`/email` → `email`); those of no field are left out. */
export function errorsByField(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  const entries = error.problem.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail] as const);
  return Object.fromEntries(entries.filter(([field]) => field !== ''));
}
