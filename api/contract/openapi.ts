import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { type ProblemCode, problemKinds } from '../problems.ts';
import * as connectionOperations from './connection-operations.ts';
import { noBody, type Operation, tags } from './operation.ts';
import * as preSetupOperations from './pre-setup-operations.ts';
import { problem } from './problem.ts';
import * as serviceOperations from './service-operations.ts';
import * as storeOperations from './store-operations.ts';

const operations: readonly Operation[] = [
  ...Object.values(storeOperations),
  ...Object.values(connectionOperations),
  ...Object.values(preSetupOperations),
  ...Object.values(serviceOperations),
];

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
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Perennial',
      version: '1',
      description:
        'Keeps every store of an Adobe Commerce merchant connected to its Amazon seller account, year after year.',
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });
}

function register(registry: OpenAPIRegistry, operation: Operation): void {
  const { method, path, operationId, summary, description, tag, params, query, headers, body } = operation;
  const needsToken = path.startsWith('/v1/');
  registry.registerPath({
    method,
    path,
    operationId,
    summary,
    description,
    tags: [tag],
    security: needsToken ? [{ token: [] }, { session: [] }] : [],
    request: {
      ...(params instanceof z.ZodObject && { params }),
      ...(query instanceof z.ZodObject && { query }),
      ...(headers instanceof z.ZodObject && { headers }),
      ...(body !== noBody && {
        body: { required: !body.safeParse(undefined).success, content: { 'application/json': { schema: body } } },
      }),
    },
    responses: { ...answers(operation), ...problems(operation, needsToken) },
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
function problems(operation: Operation, needsToken: boolean): Record<string, ResponseConfig> {
  const everywhere: readonly ProblemCode[] = ['malformed_request', 'too_many_requests', 'database_unavailable'];
  const signedIn: readonly ProblemCode[] =
    operation.method === 'get' ? ['unauthorized'] : ['unauthorized', 'foreign_origin'];
  const codes = [...operation.problems, ...(needsToken ? [...signedIn, ...everywhere] : [])];
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
