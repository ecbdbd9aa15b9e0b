import { type FieldMistake, mistakesDetail } from '../../domain/field-mistake.ts';

/** Every problem an answer can name: what it means and the one thing to do about it. Also the pages behind `type`. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly whatToDo: string;
}

const kinds = {
  invalid_json: {
    status: 400,
    title: 'The body is not JSON.',
    whatToDo: 'Send one JSON object, encoded in UTF-8, with `Content-Type: application/json`.',
  },
  invalid_import: {
    status: 400,
    title: 'The file cannot be read.',
    whatToDo: 'Correct the lines named in `errors` and send the file again; nothing of it was kept.',
  },
  invalid_query: {
    status: 400,
    title: 'A query parameter cannot be read.',
    whatToDo: 'Correct the parameters named in `errors`; a cursor is the `nextCursor` of an earlier answer, unchanged.',
  },
  invalid_header: {
    status: 400,
    title: 'A request header cannot be read.',
    whatToDo: 'Correct the headers named in `errors`.',
  },
  malformed_request: {
    status: 400,
    title: 'The request cannot be read.',
    whatToDo: 'Check the address for broken percent-encoding and the body for a wrong length or encoding.',
  },
  unauthorized: {
    status: 401,
    title: 'The request is not signed in.',
    whatToDo: 'Send `Authorization: Bearer` with an API token, or sign in at /sign-in.',
  },
  foreign_origin: {
    status: 403,
    title: 'The request came from another site.',
    whatToDo: 'Signed-in browsers may change things only from our own pages. Programs use an API token instead.',
  },
  forbidden: {
    status: 403,
    title: 'The role is not enough for this.',
    whatToDo: 'Use a token with the role that is named, or ask an admin for one. /docs names the role of every call.',
  },
  not_found: {
    status: 404,
    title: 'There is nothing at this address.',
    whatToDo: 'The API page at /docs lists every address.',
  },
  store_not_found: {
    status: 404,
    title: 'There is no such store.',
    whatToDo: 'Look the store up with `GET /v1/stores`.',
  },
  token_not_found: {
    status: 404,
    title: 'There is no such token.',
    whatToDo: 'Look the token up with `GET /v1/tokens`.',
  },
  calendar_link_not_found: {
    status: 404,
    title: 'There is no such calendar link.',
    whatToDo: 'Look the link up with `GET /v1/calendar-links`; an admin sees those of everybody.',
  },
  webhook_not_found: {
    status: 404,
    title: 'There is no such webhook.',
    whatToDo: 'Look it up with `GET /v1/webhooks`.',
  },
  webhook_delivery_not_found: {
    status: 404,
    title: 'There is no such delivery of this webhook.',
    whatToDo: 'Look it up with `GET /v1/webhooks/{id}/deliveries`; old ones are removed.',
  },
  import_not_found: {
    status: 404,
    title: 'There is no such import.',
    whatToDo: 'Look the import up with `GET /v1/imports`.',
  },
  campaign_not_found: {
    status: 404,
    title: 'There is no such campaign.',
    whatToDo: 'Look the campaign up with `GET /v1/campaigns`.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not know that method.',
    whatToDo: 'Use one of the methods in the `Allow` header.',
  },
  store_name_taken: {
    status: 409,
    title: 'Another store has this name.',
    whatToDo: 'Choose another name; upper and lower case make no difference.',
  },
  store_exists: {
    status: 409,
    title: 'The seller already has a store for this country.',
    whatToDo: 'Use the existing store, or delete it first.',
  },
  store_deleted: {
    status: 409,
    title: 'The store was deleted.',
    whatToDo: 'Deletion is final. Add the store again under the same or another name.',
  },
  store_creating: {
    status: 409,
    title: 'The store is not recorded yet.',
    whatToDo: 'Wait until its status is `awaiting_authorization`, usually a second, and try again.',
  },
  setup_not_finished: {
    status: 409,
    title: 'The store was never connected.',
    whatToDo: 'Make a connect link with `POST /v1/stores/{id}/connect-links` and let the seller agree at Amazon first.',
  },
  store_not_connected: {
    status: 409,
    title: 'The store is not connected.',
    whatToDo: 'Make a connect link with `POST /v1/stores/{id}/connect-links` and let the seller agree at Amazon.',
  },
  store_workflow_gone: {
    status: 409,
    title: 'The workflow of the store has ended.',
    whatToDo: 'Nothing was changed. An operator has to start the workflow of this store again.',
  },
  token_name_taken: {
    status: 409,
    title: 'Another token has this name.',
    whatToDo: 'Choose another name, or revoke that token first; upper and lower case make no difference.',
  },
  webhook_disabled: {
    status: 409,
    title: 'The webhook is disabled.',
    whatToDo: 'Enable it first: `PATCH /v1/webhooks/{id}` with `{"enabled": true}`.',
  },
  campaign_over: {
    status: 409,
    title: 'The campaign is over.',
    whatToDo: 'Make another campaign to ask again.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large.',
    whatToDo: 'A body may be 64 kB long, the file of an import 5 MB. Split what is larger.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is of an unknown type.',
    whatToDo:
      'Send `Content-Type: application/json`, or for an import `text/csv` or `application/x-ndjson`, in UTF-8, uncompressed.',
  },
  invalid_body: {
    status: 422,
    title: 'The body has mistakes.',
    whatToDo: 'Correct the fields named in `errors`; nothing was changed.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This Idempotency-Key was used with another body.',
    whatToDo: 'Use a new key for a new request; repeat a request with exactly the same body.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests.',
    whatToDo: 'Wait for the seconds in `Retry-After`.',
  },
  internal_error: {
    status: 500,
    title: 'Something of ours went wrong.',
    whatToDo: 'Try again; if it stays, give the `requestId` to whoever runs Perennial.',
  },
  temporal_unavailable: {
    status: 503,
    title: 'Temporal cannot be reached.',
    whatToDo: 'Repeat the request after `Retry-After`, with the same Idempotency-Key. Reading still works.',
  },
  commerce_unavailable: {
    status: 503,
    title: 'Adobe Commerce cannot be asked.',
    whatToDo:
      'Repeat the request after `Retry-After`. If it stays, check the address and the rights of the integration.',
  },
  database_unavailable: {
    status: 503,
    title: 'The database cannot be reached.',
    whatToDo: 'Repeat the request after `Retry-After`.',
  },
  too_many_listeners: {
    status: 503,
    title: 'Too many event streams are open.',
    whatToDo: 'Close streams that are not needed, or connect again after `Retry-After`.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;

/** `pointer`: JSON pointer into the body, or the name of a parameter or header after a slash. */
export type FieldError = FieldMistake;

interface ProblemMore {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** When the same code stands behind another status, such as a refusal that is read later. */
  readonly status?: number;
  readonly cause?: unknown;
}

/** An answer that says what is wrong; thrown by routes, written by one middleware. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail?: string, more: ProblemMore = {}) {
    super(detail ?? `${kinds[code].title} ${kinds[code].whatToDo}`, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = more.status ?? kinds[code].status;
    this.errors = more.errors ?? [];
    this.headers = { ...(this.status === 503 && { 'Retry-After': '5' }), ...more.headers };
  }
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(kinds, code);
}

export function invalidBody(errors: readonly FieldError[]): Problem {
  return new Problem('invalid_body', mistakesDetail(errors), { errors });
}
