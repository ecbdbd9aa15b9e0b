import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { roles } from '../../domain/roles.ts';
import { cookieName } from '../http/cookies.ts';
import { type ProblemCode, problemKinds } from './problem-kinds.ts';
import { noBody, type Operation, tags } from './operation.ts';
import { operations } from './operations.ts';
import { problem } from './problem.ts';
import { alarmEvent, applicationEvent, storeEvent, webhookHeaders } from './webhook-events.ts';

/** The OpenAPI 3.1 document of all operations and webhook events. */
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
    name: cookieName('perennial_session', publicUrl),
    description: 'A signed-in browser. Requests that change something also need a same-origin `Origin` header.',
  });
  for (const operation of operations) registerOperation(registry, operation);
  registerWebhook(registry, 'storeEvent', 'Store event', storeEvent);
  registerWebhook(registry, 'applicationEvent', 'Client secret expires soon', applicationEvent);
  registerWebhook(registry, 'alarmEvent', 'Alarm opened or closed', alarmEvent);
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

/** The permissions in Markdown. A role includes the permissions of the rows above it. */
function roleTable(): string {
  const rows = roles.map((role) => {
    const permitted = operations.filter((operation) => operation.role === role);
    const calls = permitted.map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``);
    return `| \`${role}\` | ${calls.join(', ')} |`;
  });
  return ['| role | may |', '|---|---|', ...rows].join('\n');
}

function registerOperation(registry: OpenAPIRegistry, operation: Operation): void {
  const { method, path, operationId, summary, description, tag, params, query, headers, body, role } = operation;
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    description: [description, ...requirements(operation)].join(' '),
    tags: [tag],
    security: role === 'anyone' ? [] : [{ token: [role] }, { session: [role] }],
    request: {
      ...(params instanceof z.ZodObject && { params }),
      ...(query instanceof z.ZodObject && { query }),
      ...(headers instanceof z.ZodObject && { headers }),
      ...(body !== noBody && {
        body: { required: !body.safeParse(undefined).success, content: requestContent(operation) },
      }),
    },
    responses: { ...successResponses(operation), ...problemResponses(operation) },
  });
}

function requirements({ role, needsFreshSignIn }: Operation): readonly string[] {
  return [
    ...(role === 'anyone' ? [] : [`Requires the role \`${role}\`.`]),
    ...(needsFreshSignIn ? ['A signed-in browser must have signed in within the last 15 minutes.'] : []),
  ];
}

function requestContent({ body, upload }: Operation): Record<string, { schema: z.ZodType }> {
  const schemas = Object.entries(upload?.types ?? { 'application/json': body });
  return Object.fromEntries(schemas.map(([type, schema]) => [type, { schema }]));
}

function registerWebhook(registry: OpenAPIRegistry, name: string, summary: string, schema: z.ZodType): void {
  registry.registerWebhook({
    method: 'post',
    path: name,
    operationId: name,
    summary,
    description:
      'Signed as standardwebhooks.com describes. Deduplicate by `webhook-id`: an event may be delivered twice.',
    tags: ['Webhooks'],
    request: {
      headers: webhookHeaders,
      body: { required: true, content: { 'application/json': { schema } } },
    },
    responses: {
      '2XX': { description: 'Received. After any other response, or none within 15 seconds, the event is sent again.' },
    },
  });
}

function successResponses({ responses }: Operation): Record<string, ResponseConfig> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description, schema, contentType, headers }]) => [
      status,
      {
        description,
        ...(headers && {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]),
          ),
        }),
        ...((schema ?? contentType) && {
          content: { [contentType ?? 'application/json']: { schema: schema ?? z.string() } },
        }),
      } satisfies ResponseConfig,
    ]),
  );
}

/** One response per status, listing its problem codes. */
function problemResponses(operation: Operation): Record<string, ResponseConfig> {
  const codes = problemCodes(operation);
  const statuses = new Set(codes.map((code) => problemKinds[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => problemKinds[code].status === status)
          .map((code) => `\`${code}\`: ${problemKinds[code].title}.`)
          .join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

function problemCodes({ method, role, needsFreshSignIn, problems }: Operation): readonly ProblemCode[] {
  if (role === 'anyone') return problems;
  return [
    ...problems,
    'unauthorized',
    ...(role === 'viewer' ? [] : ['forbidden' as const]),
    ...(needsFreshSignIn ? ['fresh_sign_in_required' as const] : []),
    ...(method === 'get' ? [] : ['foreign_origin' as const]),
    'malformed_request',
    'too_many_requests',
    'database_unavailable',
  ];
}
