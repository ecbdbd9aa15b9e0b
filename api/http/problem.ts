import { type FieldError, summarizeFieldErrors } from '../../domain/field-error.ts';
import { type ProblemCode, problemKinds } from '../contract/problem-kinds.ts';

interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the status of the code: a store that was refused after its 202 answers later reads with 404. */
  readonly status?: number;
  readonly cause?: unknown;
}

/** Thrown by routes; `problemHandler` answers with it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail?: string, options: ProblemOptions = {}) {
    super(detail ?? `${problemKinds[code].title}. ${problemKinds[code].whatToDo}`, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = options.status ?? problemKinds[code].status;
    this.errors = options.errors ?? [];
    this.headers = { ...(this.status === 503 && { 'Retry-After': '5' }), ...options.headers };
  }
}

export function invalidBody(errors: readonly FieldError[]): Problem {
  return new Problem('invalid_body', summarizeFieldErrors(errors), { errors });
}
