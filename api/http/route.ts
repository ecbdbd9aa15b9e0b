import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Locale } from '../../domain/reasons.ts';
import type { Operation, Upload } from '../contract/operation.ts';
import { noBody } from '../contract/operation.ts';
import { fieldErrors } from './field-errors.ts';
import { localeOf } from '../pages/locale-of.ts';
import { type FieldError, invalidBody, Problem, type ProblemCode, problemKinds } from './problem.ts';

/** One call as the app mounts it. */
export interface Route {
  readonly method: Operation['method'];
  /** As OpenAPI writes it; also what logs and metrics name. */
  readonly path: string;
  readonly role: Operation['role'];
  readonly takesBody: 'no' | 'optional' | 'required';
  readonly upload?: Upload;
  readonly handler: RequestHandler;
}

interface Input<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly headers: z.output<H>;
  readonly body: z.output<B>;
  /** What the caller reads: `?lang=`, else `Accept-Language`, else English. */
  readonly locale: Locale;
  readonly request: Request;
  readonly response: Response;
}

/** Undefined when the handler has answered by itself. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Finds what else is wrong with a body that already has mistakes; given its fields as they were sent. */
type FindMistakes = (sent: Readonly<Record<string, unknown>>) => Promise<readonly FieldError[]>;

/** A call with parsed input and a JSON answer. */
export function route<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, H, B>,
  handle: (input: Input<P, Q, H, B>) => Promise<Reply | undefined> | Reply | undefined,
  findMoreMistakes?: FindMistakes,
): Route {
  const body: z.ZodType = operation.body;
  const takesBody = body === noBody ? 'no' : body.safeParse(undefined).success ? 'optional' : 'required';
  const handler: RequestHandler = async (request, response) => {
    const reply = await handle({
      params: readParams(operation, request.params),
      query: readQuery(operation.query, request.query),
      headers: readHeaders(operation.headers, request),
      body: await readBody(operation.body, takesBody === 'no' ? undefined : request.body, findMoreMistakes),
      locale: localeOf(request),
      request,
      response,
    });
    if (reply)
      response
        .status(reply.status)
        .set(reply.headers ?? {})
        .json(reply.body);
  };
  const { method, path, role, upload } = operation;
  return { method, path, role, takesBody, ...(upload && { upload }), handler };
}

/** A call of a person's browser, answered by a page. */
export function page(
  { method, path, role }: Pick<Operation, 'method' | 'path' | 'role'>,
  handle: (request: Request, response: Response) => Promise<void> | void,
): Route {
  return { method, path, role, takesBody: 'no', handler: (request, response) => handle(request, response) };
}

/** What can be no id of ours is the id of nothing: the same answer as for one that nothing has. */
function readParams<S extends z.ZodType>(
  { params, problems }: { readonly params: S; readonly problems: readonly ProblemCode[] },
  value: unknown,
): z.output<S> {
  const read = params.safeParse(value);
  if (read.success) return read.data;
  throw new Problem(problems.find((code) => problemKinds[code].status === 404) ?? 'not_found');
}

function readQuery<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw invalid('invalid_query', fieldErrors(read.error, 1));
}

const namedHeaders = ['Idempotency-Key', 'Last-Event-ID'];

function readHeaders<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  const read = schema.safeParse(Object.fromEntries(namedHeaders.map((name) => [name, request.get(name)])));
  if (read.success) return read.data;
  throw invalid('invalid_header', fieldErrors(read.error, 1));
}

async function readBody<S extends z.ZodType>(
  schema: S,
  value: unknown,
  findMoreMistakes?: FindMistakes,
): Promise<z.output<S>> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : '';
  const errors = fieldErrors(read.error, undefined, `This field cannot be set here; these can: ${known}.`);
  const told = new Set(errors.map(({ pointer }) => pointer));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const more = isObject ? ((await findMoreMistakes?.({ ...value })) ?? []) : [];
  throw invalidBody([...errors, ...more.filter(({ pointer }) => !told.has(pointer))]);
}

function invalid(code: 'invalid_query' | 'invalid_header', errors: readonly FieldError[]): Problem {
  const detail = errors.map(({ pointer, detail: what }) => `${pointer.slice(1)}: ${what}`).join(' ');
  return new Problem(code, detail, { errors });
}
