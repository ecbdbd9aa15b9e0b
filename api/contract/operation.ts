import { z } from 'zod';
import type { Role } from '../../domain/roles.ts';
import type { ProblemCode } from './problem-kinds.ts';

export const tags = {
  Stores: 'Create, read, update and delete stores.',
  Imports: 'Create many stores from one file.',
  Connection: "Connect stores to Amazon, check a store's connection and end it.",
  Renewals: 'Upcoming ends of authorizations.',
  Campaigns: 'Ask many sellers to renew their consent.',
  'Look-ups': 'What you need before you create a store.',
  Webhooks: 'Signed HTTP requests that report events to your endpoints.',
  Access: 'API tokens, sessions, sign-in links and calendar links.',
  Operation: 'Alarms, and the application at Amazon.',
  Service: 'Health, metrics and this document.',
} as const;

export interface ResponseSpec {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Descriptions by header name. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Upload {
  readonly types: Readonly<Record<string, z.ZodType>>;
  readonly maxBytes: number;
}

/** One operation of the API. Routes parse requests with it, and the OpenAPI document is generated from it. */
export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  H extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** In OpenAPI's notation: `/v1/stores/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: keyof typeof tags;
  /** The least role that may call it; `anyone` needs no authentication. */
  readonly role: Role | 'anyone';
  /** For signed-in browsers: changes of secrets and tokens, and deletions. */
  readonly needsFreshSignIn?: boolean;
  /** Of a call by another method than GET: the audit log leaves it out. */
  readonly changesNothing?: true;
  readonly summary: string;
  readonly description: string;
  readonly params: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
  /** For a file as body, which routes receive as text: a documentation schema per media type. */
  readonly upload?: Upload;
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  /** In addition to the problems that every operation can answer. */
  readonly problems: readonly ProblemCode[];
}

/** A page for a person's browser. */
export const htmlPage = (description: string): ResponseSpec => ({ description, contentType: 'text/html' });

const nothing = z.object({});
export const noBody = z.undefined();

/** An operation without parameters and body. */
export const defaults = { params: nothing, query: nothing, headers: nothing, body: noBody, problems: [] };

/** What is wrong with a JSON body as such. */
export const jsonBodyProblems = ['invalid_json', 'body_too_large', 'unsupported_media_type', 'invalid_body'] as const;

/** The default role is `viewer` for a GET under /v1 and `admin` for every other method under /v1. */
export function defineOperation<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType>(
  definition: Omit<Operation<P, Q, H, B>, 'role'> & { readonly role?: Role },
): Operation<P, Q, H, B> {
  const defaultRole = definition.method === 'get' ? 'viewer' : 'admin';
  const role = definition.role ?? (definition.path.startsWith('/v1/') ? defaultRole : 'anyone');
  return { ...definition, role };
}
