import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { FieldError } from '../../domain/field-error.ts';
import type { Locale } from '../../locales/index.ts';
import { noBody, type Operation } from '../contract/operation.ts';
import { type ProblemCode, problemKinds } from '../contract/problem-kinds.ts';
import { localeOf } from '../pages/locale-of.ts';
import { actorOf, requireFreshSignIn, requireRole } from './actor.ts';
import { audited, auditRefusal, describeChange, targetOf } from './audit-trail.ts';
import { fieldErrors } from './field-errors.ts';
import { jsonBody, optionalJsonBody } from './json-body.ts';
import { invalidBody, Problem } from './problem.ts';
import { uploadBody } from './upload-body.ts';

/** One call as the app mounts it. */
export interface Route {
  readonly method: Operation['method'];
  /** As OpenAPI writes it; also what logs and metrics name. */
  readonly path: string;
  readonly handlers: readonly RequestHandler[];
}

interface Input<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly headers: z.output<H>;
  readonly body: z.output<B>;
  /** `?lang=`, else `Accept-Language`, else English. */
  readonly locale: Locale;
  readonly request: Request;
  readonly response: Response;
}

export interface Reply {
  readonly status: number;
  /** Absent with a status that has none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Checks the fields of a body that is already invalid, as they were sent, so that one answer names every error. */
type FindMoreErrors = (sent: Readonly<Record<string, unknown>>) => Promise<readonly FieldError[]>;

/** A call with parsed input and a JSON answer. A handler that has sent its own response returns undefined. */
export function route<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, H, B>,
  handle: (input: Input<P, Q, H, B>) => Promise<Reply | undefined> | Reply | undefined,
  findMoreErrors?: FindMoreErrors,
): Route {
  const { method, path } = operation;
  const bodySchema: z.ZodType = operation.body;
  const respond: RequestHandler = async (request, response) => {
    const input = {
      params: parseParams(operation, request.params),
      query: parseQuery(operation.query, request.query),
      headers: parseHeaders(operation.headers, request),
      body: await parseBody(operation.body, bodySchema === noBody ? undefined : request.body, findMoreErrors),
      locale: localeOf(request),
      request,
      response,
    };
    const reply = await (changesSomething(operation) ? change(operation, input, handle) : handle(input));
    if (!reply) return;
    response.status(reply.status).set(reply.headers ?? {});
    if (reply.body === undefined) response.end();
    else response.json(reply.body);
  };
  return { method, path, handlers: [checkAccess(operation), ...bodyReaders(operation), respond] };
}

function changesSomething({ method, role, changesNothing }: Operation): boolean {
  return method !== 'get' && role !== 'anyone' && !changesNothing;
}

/** The answer is sent when the change is in the audit log. */
function change<I extends { readonly request: Request; readonly params: unknown }>(
  { operationId, path }: Operation,
  input: I,
  handle: (input: I) => Promise<Reply | undefined> | Reply | undefined,
): Promise<Reply | undefined> {
  const { request, params } = input;
  const action = { action: operationId, actor: actorOf(request), target: targetOf(path, params) };
  return audited(request, action, async () => {
    const reply = await handle(input);
    const id: unknown = Object(reply?.body).id;
    if (typeof id === 'string') describeChange(request, { targetId: id });
    return reply;
  });
}

/** A call that a browser makes and a page answers. */
export function page(
  { method, path }: Pick<Operation, 'method' | 'path'>,
  ...handlers: readonly RequestHandler[]
): Route {
  return { method, path, handlers };
}

function checkAccess({ role, needsFreshSignIn, operationId, path }: Operation): RequestHandler {
  if (role === 'anyone') return (_request, _response, next) => next();
  return async (request, _response, next) => {
    try {
      requireRole(request, role);
    } catch (error) {
      const target = targetOf(path, request.params);
      await auditRefusal(request, { action: operationId, actor: actorOf(request), target });
      throw error;
    }
    if (needsFreshSignIn) requireFreshSignIn(request);
    next();
  };
}

function bodyReaders({ body, upload }: Operation): readonly RequestHandler[] {
  if (upload) return uploadBody(upload);
  if (body === noBody) return [];
  return [body.safeParse(undefined).success ? optionalJsonBody : jsonBody];
}

/** An id that cannot be one of ours gets the answer of an id that does not exist. */
function parseParams<S extends z.ZodType>(
  { params, problems }: { readonly params: S; readonly problems: readonly ProblemCode[] },
  value: unknown,
): z.output<S> {
  const parsed = params.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(problems.find((code) => problemKinds[code].status === 404) ?? 'not_found');
}

function parseQuery<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid('invalid_query', fieldErrors(parsed.error, 1));
}

const documentedHeaders = ['Idempotency-Key', 'Last-Event-ID'];

function parseHeaders<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  const parsed = schema.safeParse(Object.fromEntries(documentedHeaders.map((name) => [name, request.get(name)])));
  if (parsed.success) return parsed.data;
  throw invalid('invalid_header', fieldErrors(parsed.error, 1));
}

async function parseBody<B extends z.ZodType>(
  schema: B,
  value: unknown,
  findMoreErrors?: FindMoreErrors,
): Promise<z.output<B>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : '';
  const errors = fieldErrors(parsed.error, undefined, `This field cannot be set here; these can: ${fields}.`);
  const pointers = new Set(errors.map(({ pointer }) => pointer));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const moreErrors = isObject ? ((await findMoreErrors?.({ ...value })) ?? []) : [];
  throw invalidBody([...errors, ...moreErrors.filter(({ pointer }) => !pointers.has(pointer))]);
}

function invalid(code: 'invalid_query' | 'invalid_header', errors: readonly FieldError[]): Problem {
  const detail = errors.map(({ pointer, detail: sentence }) => `${pointer.slice(1)}: ${sentence}`).join(' ');
  return new Problem(code, detail, { errors });
}
