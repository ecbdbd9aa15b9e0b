import { z } from 'zod';
import type { Role } from '../../domain/roles.ts';
import type { ProblemCode } from '../http/problem.ts';

export const tags = {
  Stores: 'Add stores, look at them, change them.',
  Imports: 'Add many stores from one file.',
  Connection: 'Connect stores to Amazon, check and end the connection.',
  Renewals: 'What renews when.',
  Campaigns: 'Ask many sellers to agree again.',
  'Look-ups': 'What the form of a new store needs.',
  Webhooks: 'Who is told what happens, by signed requests.',
  Access: 'API tokens, and signing in.',
  Operation: 'What operators are told, and our application at Amazon.',
  Service: 'Health, metrics and this document.',
} as const;

export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Default `application/json`. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Upload {
  readonly types: Readonly<Record<string, z.ZodType>>;
  readonly maxBytes: number;
}

/** One call of the API: what routes parse by and what the OpenAPI document says. */
export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  H extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/v1/stores/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: keyof typeof tags;
  /** Who may: everybody with this role or more, or anyone at all. */
  readonly role: Role | 'anyone';
  readonly summary: string;
  readonly description: string;
  readonly params: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
  /** A body that is a file and no JSON, which routes are given as text: each media type as the document shows it. */
  readonly upload?: Upload;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beside those that every call has. */
  readonly problems: readonly ProblemCode[];
}

/** The answer of a call of a person's browser. */
export const page = (description: string): Answer => ({ description, contentType: 'text/html' });

const nothing = z.object({});
export const noBody = z.undefined();

/** What an operation has unless it says otherwise. */
export const plain = { params: nothing, query: nothing, headers: nothing, body: noBody, problems: [] };

/** Without a role of its own, a call under /v1 that reads is a viewer's and any other the admin's. */
export function operation<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType>(
  given: Omit<Operation<P, Q, H, B>, 'role'> & { readonly role?: Role },
): Operation<P, Q, H, B> {
  const usual = given.method === 'get' ? 'viewer' : 'admin';
  return { ...given, role: given.role ?? (given.path.startsWith('/v1/') ? usual : 'anyone') };
}
