import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { roles } from '../../domain/roles.ts';
import { type ProblemCode, problemKinds } from '../http/problem.ts';
import { noBody, type Operation, tags } from './operation.ts';
import { operations } from './operations.ts';
import { problem } from './problem.ts';
import { applicationEvent, eventHeaders, storeEvent } from './webhooks.ts';

/** The OpenAPI 3.1 document of everything that is parsed and answered here. */
export function createOpenApiDocument(publicUrl: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'perennial_session',
    description: 'A signed-in browser; changes also need a same-origin `Origin`.',
  });
  for (const operation of operations) register(registry, operation);
  registerEvent(registry, 'storeEvent', 'Something happened to a store', storeEvent);
  registerEvent(registry, 'applicationEvent', 'The client secret of our application ends soon', applicationEvent);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Perennial',
      version: '1',
      description: `Keeps every store of an Adobe Commerce merchant connected to its Amazon seller account, year after year.\n\n${roleTable()}`,
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });
}

/** Who may do what, in Markdown; a role also does what the ones above it may. */
function roleTable(): string {
  const rows = roles.map((role) => {
    const calls = operations.filter((each) => each.role === role);
    return `| \`${role}\` | ${calls.map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``).join(', ')} |`;
  });
  return ['| role | may |', '|---|---|', ...rows].join('\n');
}

function register(registry: OpenAPIRegistry, operation: Operation): void {
  const { method, path, operationId, summary, description, tag, params, query, headers, body } = operation;
  const { role } = operation;
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    description: role === 'anyone' ? description : `${description} Needs the role \`${role}\`.`,
    tags: [tag],
    security: role === 'anyone' ? [] : [{ token: [role] }, { session: [role] }],
    request: {
      ...(params instanceof z.ZodObject && { params }),
      ...(query instanceof z.ZodObject && { query }),
      ...(headers instanceof z.ZodObject && { headers }),
      ...(body !== noBody && {
        body: { required: !body.safeParse(undefined).success, content: content(operation) },
      }),
    },
    responses: { ...answers(operation), ...problems(operation) },
  });
}

function content({ body, upload }: Operation): Record<string, { schema: z.ZodType }> {
  const schemas = Object.entries(upload?.types ?? { 'application/json': body });
  return Object.fromEntries(schemas.map(([type, schema]) => [type, { schema }]));
}

/** The other direction: what we send. */
function registerEvent(registry: OpenAPIRegistry, name: string, summary: string, schema: z.ZodType): void {
  registry.registerWebhook({
    method: 'post',
    path: name,
    operationId: name,
    summary,
    description: 'Signed as standardwebhooks.com describes. Note the `webhook-id`: an event may come twice.',
    tags: ['Webhooks'],
    request: {
      headers: eventHeaders,
      body: { required: true, content: { 'application/json': { schema } } },
    },
    responses: { '2XX': { description: 'Taken. Anything else, or no answer within 15 seconds, brings it again.' } },
  });
}

function answers(operation: Operation): Record<string, ResponseConfig> {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { description, schema, contentType, headers }]) => [
      status,
      {
        description,
        ...(headers && {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, about]) => [name, { description: about, schema: { type: 'string' } }]),
          ),
        }),
        ...((schema ?? contentType) && {
          content: { [contentType ?? 'application/json']: { schema: schema ?? z.string() } },
        }),
      } satisfies ResponseConfig,
    ]),
  );
}

/** One answer per status, naming the codes that it may carry. */
function problems({ method, role, problems: own }: Operation): Record<string, ResponseConfig> {
  const codes: readonly ProblemCode[] =
    role === 'anyone'
      ? own
      : [
          ...own,
          'unauthorized',
          ...(role === 'viewer' ? [] : ['forbidden' as const]),
          ...(method === 'get' ? [] : ['foreign_origin' as const]),
          'malformed_request',
          'too_many_requests',
          'database_unavailable',
        ];
  const statuses = new Set(codes.map((code) => problemKinds[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => problemKinds[code].status === status)
          .map((code) => `\`${code}\`: ${problemKinds[code].title}`)
          .join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}
