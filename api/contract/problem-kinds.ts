/** Every problem an answer can name: what it means and the one thing to do about it. Also the pages behind `type`. */
export interface ProblemKind {
  readonly status: number;
  /** A phrase without a full stop. */
  readonly title: string;
  /** Whole sentences. */
  readonly whatToDo: string;
}

const kinds = {
  invalid_json: {
    status: 400,
    title: 'Invalid JSON',
    whatToDo: 'Send one JSON object, encoded in UTF-8, with `Content-Type: application/json`.',
  },
  invalid_import: {
    status: 400,
    title: 'Unreadable import file',
    whatToDo: 'Correct the lines named in `errors` and send the file again; no line of it was imported.',
  },
  invalid_query: {
    status: 400,
    title: 'Invalid query parameter',
    whatToDo: 'Correct the parameters named in `errors`; a cursor is the unchanged `nextCursor` of an earlier answer.',
  },
  invalid_header: {
    status: 400,
    title: 'Invalid request header',
    whatToDo: 'Correct the headers named in `errors`.',
  },
  malformed_request: {
    status: 400,
    title: 'Malformed request',
    whatToDo: 'Check the address for broken percent-encoding and the body for a wrong length or encoding.',
  },
  unauthorized: {
    status: 401,
    title: 'Authentication required',
    whatToDo: 'Send `Authorization: Bearer` with an API token, or sign in at /sign-in.',
  },
  foreign_origin: {
    status: 403,
    title: 'Cross-site request refused',
    whatToDo: 'Signed-in browsers may only change things from our own pages. Programs use an API token instead.',
  },
  forbidden: {
    status: 403,
    title: 'Insufficient role',
    whatToDo: 'Use a token with the role that is named, or ask an admin for one. /docs names the role of every call.',
  },
  fresh_sign_in_required: {
    status: 403,
    title: 'Fresh sign-in required',
    whatToDo:
      'Sign in again at /sign-in?fresh=1 and repeat the request within 15 minutes. Requests with an API token need no sign-in.',
  },
  token_required: {
    status: 403,
    title: 'Only a token can do this',
    whatToDo: 'Send the request with an API token instead of the session of a person.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    whatToDo: 'The API reference at /docs lists every address.',
  },
  store_not_found: {
    status: 404,
    title: 'Store not found',
    whatToDo: 'List the stores with `GET /v1/stores`.',
  },
  token_not_found: {
    status: 404,
    title: 'Token not found',
    whatToDo: 'List the tokens with `GET /v1/tokens`.',
  },
  calendar_link_not_found: {
    status: 404,
    title: 'Calendar link not found',
    whatToDo: 'List the links with `GET /v1/calendar-links`; an admin sees all of them.',
  },
  session_not_found: {
    status: 404,
    title: 'Session not found',
    whatToDo: 'List the sessions with `GET /v1/sessions`; an admin sees all of them.',
  },
  webhook_not_found: {
    status: 404,
    title: 'Webhook endpoint not found',
    whatToDo: 'List the endpoints with `GET /v1/webhooks`.',
  },
  webhook_delivery_not_found: {
    status: 404,
    title: 'Webhook delivery not found',
    whatToDo: 'List the deliveries with `GET /v1/webhooks/{id}/deliveries`; old ones are deleted.',
  },
  import_not_found: {
    status: 404,
    title: 'Import not found',
    whatToDo: 'List the imports with `GET /v1/imports`.',
  },
  campaign_not_found: {
    status: 404,
    title: 'Campaign not found',
    whatToDo: 'List the campaigns with `GET /v1/campaigns`.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    whatToDo: 'Use one of the methods in the `Allow` header.',
  },
  store_name_taken: {
    status: 409,
    title: 'Store name taken',
    whatToDo: 'Choose another name; upper and lower case make no difference.',
  },
  store_exists: {
    status: 409,
    title: 'The seller already has a store for this country',
    whatToDo: 'Use the existing store, or delete it first.',
  },
  store_deleted: {
    status: 409,
    title: 'Store deleted',
    whatToDo: 'Deletion is final. Add the store again under the same or another name.',
  },
  store_creating: {
    status: 409,
    title: 'Store still being created',
    whatToDo: 'Wait until its status is `awaiting_authorization`, usually a second, and try again.',
  },
  setup_not_finished: {
    status: 409,
    title: 'Store never connected',
    whatToDo:
      'Create a connect link with `POST /v1/stores/{id}/connect-links` and have the seller authorize at Amazon first.',
  },
  store_not_connected: {
    status: 409,
    title: 'Store not connected',
    whatToDo:
      'Create a connect link with `POST /v1/stores/{id}/connect-links` and have the seller authorize at Amazon.',
  },
  store_workflow_gone: {
    status: 409,
    title: 'The workflow of the store has ended',
    whatToDo: 'The store ended during this request. Retrieve it to see how.',
  },
  token_name_taken: {
    status: 409,
    title: 'Token name taken',
    whatToDo: 'Choose another name, or revoke that token first; upper and lower case make no difference.',
  },
  webhook_disabled: {
    status: 409,
    title: 'Webhook endpoint disabled',
    whatToDo: 'Enable it first: `PATCH /v1/webhooks/{id}` with `{"enabled": true}`.',
  },
  campaign_over: {
    status: 409,
    title: 'Campaign already over',
    whatToDo: 'Create a new campaign.',
  },
  body_too_large: {
    status: 413,
    title: 'Request body too large',
    whatToDo: 'A body may be 64 kB long, an import file 5 MB. Split a larger one.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    whatToDo:
      'Send `Content-Type: application/json`, or for an import `text/csv` or `application/x-ndjson`, in UTF-8, uncompressed.',
  },
  invalid_body: {
    status: 422,
    title: 'Invalid request body',
    whatToDo: 'Correct the fields named in `errors`; nothing was changed.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency-Key used with another body',
    whatToDo: 'Use a new key for a new request; repeat a request with exactly the same body.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    whatToDo: 'Wait for the seconds in `Retry-After`.',
  },
  internal_error: {
    status: 500,
    title: 'Internal server error',
    whatToDo: 'Try again; if it persists, give the `requestId` to the operators of Perennial.',
  },
  temporal_unavailable: {
    status: 503,
    title: 'Temporal unavailable',
    whatToDo: 'Repeat the request after `Retry-After`, with the same Idempotency-Key. Reading still works.',
  },
  commerce_unavailable: {
    status: 503,
    title: 'Adobe Commerce unavailable',
    whatToDo:
      'Repeat the request after `Retry-After`. If it persists, check the address and the permissions of the integration.',
  },
  database_unavailable: {
    status: 503,
    title: 'Database unavailable',
    whatToDo: 'Repeat the request after `Retry-After`.',
  },
  too_many_listeners: {
    status: 429,
    title: 'Too many open event streams',
    whatToDo: 'Close streams that are not needed, or connect again after `Retry-After`.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;
export const problemCodes: readonly ProblemCode[] = Object.keys(kinds).filter(isProblemCode);

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(kinds, code);
}
