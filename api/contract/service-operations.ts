import { z } from 'zod';
import { alive, readiness } from './health.ts';
import {
  attributeList,
  attributeQuery,
  calendarQuery,
  marketplaceList,
  renewalList,
  renewalQuery,
  websiteList,
} from './look-ups.ts';
import { operation, plain } from './operation.ts';

export const listRenewals = operation({
  ...plain,
  method: 'get',
  path: '/v1/renewals',
  operationId: 'listRenewals',
  tag: 'Renewals',
  summary: 'What renews when',
  description: 'Connected and expired stores by the end of their year.',
  query: renewalQuery,
  answers: { 200: { description: 'The earliest first.', schema: renewalList } },
  problems: ['invalid_query'],
});

export const getRenewalCalendar = operation({
  ...plain,
  method: 'get',
  path: '/v1/renewals.ics',
  operationId: 'getRenewalCalendar',
  tag: 'Renewals',
  summary: 'The same as a calendar',
  description: 'An event per store, which keeps its identity when it moves. A calendar link opens it as well.',
  query: calendarQuery,
  answers: { 200: { description: 'iCalendar.', schema: z.string(), contentType: 'text/calendar' } },
  problems: ['invalid_query'],
});

export const listWebsites = operation({
  ...plain,
  method: 'get',
  path: '/v1/commerce/websites',
  operationId: 'listWebsites',
  tag: 'Look-ups',
  summary: 'Websites of Commerce',
  description: 'A new store takes one of these codes.',
  answers: { 200: { description: 'The websites.', schema: websiteList } },
  problems: ['commerce_unavailable'],
});

export const listAttributes = operation({
  ...plain,
  method: 'get',
  path: '/v1/commerce/attributes',
  operationId: 'listAttributes',
  tag: 'Look-ups',
  summary: 'Product attributes of Commerce',
  description: 'By their code; for the product mapping.',
  query: attributeQuery,
  answers: { 200: { description: 'The attributes that match.', schema: attributeList } },
  problems: ['invalid_query', 'commerce_unavailable'],
});

export const listMarketplaces = operation({
  ...plain,
  method: 'get',
  path: '/v1/marketplaces',
  operationId: 'listMarketplaces',
  tag: 'Look-ups',
  summary: 'Amazon marketplaces',
  description: 'Every country a store can sell in.',
  answers: { 200: { description: 'The marketplaces.', schema: marketplaceList } },
});

export const getHealth = operation({
  ...plain,
  method: 'get',
  path: '/healthz',
  operationId: 'getHealth',
  tag: 'Service',
  summary: 'Is this process alive?',
  description: 'Asks nobody else.',
  answers: { 200: { description: 'Yes.', schema: alive } },
});

export const getReadiness = operation({
  ...plain,
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  tag: 'Service',
  summary: 'Can it do its work?',
  description: 'PostgreSQL, Temporal and a polling worker are needed; Commerce is named.',
  answers: { 200: { description: 'Yes.', schema: readiness }, 503: { description: 'No.', schema: readiness } },
});

export const getMetrics = operation({
  ...plain,
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  tag: 'Service',
  summary: 'Metrics for Prometheus',
  description: 'Durations of requests by route, stores by status, open alarms by kind, and the process itself.',
  answers: { 200: { description: "Prometheus' text format.", schema: z.string(), contentType: 'text/plain' } },
});

export const getOpenApi = operation({
  ...plain,
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tag: 'Service',
  summary: 'This document',
  description: 'OpenAPI 3.1. A page of it is at /docs.',
  answers: { 200: { description: 'The document.', schema: z.record(z.string(), z.unknown()) } },
});
