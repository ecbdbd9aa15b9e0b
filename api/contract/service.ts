import { z } from 'zod';
import { defaults, defineOperation } from './operation.ts';

const alive = z.object({ status: z.literal('ok') }).meta({ id: 'Alive' });

const component = z.object({
  state: z.enum(['ok', 'unavailable']),
  detail: z.string().meta({ description: 'An explanation in plain words.' }),
});

export const readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    parts: z.object({ postgres: component, temporal: component, worker: component, commerce: component }),
  })
  .meta({
    id: 'Readiness',
    description: 'An unavailable Commerce does not affect the status: only its look-ups fail.',
  });
export type Readiness = z.output<typeof readiness>;

export const getHealth = defineOperation({
  ...defaults,
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tag: 'Service',
  summary: 'Liveness',
  description: 'Responds while the process runs. Checks no dependencies.',
  responses: { 200: { description: 'The process is running.', schema: alive } },
});

export const getReadiness = defineOperation({
  ...defaults,
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tag: 'Service',
  summary: 'Readiness',
  description: 'Ready means that PostgreSQL, Temporal and a running worker are available. Commerce is only reported.',
  responses: {
    200: { description: 'Ready.', schema: readiness },
    503: { description: 'Not ready.', schema: readiness },
  },
});

export const getMetrics = defineOperation({
  ...defaults,
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tag: 'Service',
  summary: 'Prometheus metrics',
  description:
    'Request durations by route, stores by status, open alarms by kind, and process metrics. Where METRICS_TOKEN is set, it is the bearer token of this call.',
  problems: ['unauthorized', 'too_many_requests'],
  responses: {
    200: { description: "Metrics in Prometheus' text format.", schema: z.string(), contentType: 'text/plain' },
  },
});

export const getOpenApi = defineOperation({
  ...defaults,
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tag: 'Service',
  summary: 'OpenAPI document',
  description: 'OpenAPI 3.1. /docs shows it as a page.',
  responses: { 200: { description: 'The document.', schema: z.record(z.string(), z.unknown()) } },
});
