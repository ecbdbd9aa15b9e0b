import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { coalesceCalls } from '../../domain/coalesce.ts';
import type { ApiDeps } from '../deps.ts';
import { routeOf } from './request-log.ts';

/** Counting reads every sealed value, and a key goes out of use slowly. */
const sealedValuesAgeMs = 60_000;

/** The registry that Prometheus scrapes, and the handler that measures requests. */
export function createMetrics({
  stores,
  alarms,
  webhookDeliveries,
  sealedValues,
}: Pick<ApiDeps, 'stores' | 'alarms' | 'webhookDeliveries' | 'sealedValues'>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  gauge(registry, 'perennial_stores', 'status', 'Stores by status', async () =>
    Object.entries(await stores.countByStatus()),
  );
  gauge(registry, 'perennial_open_alarms', 'kind', 'Open alarms by kind', () => alarms.countOpenAlarms());
  gauge(registry, 'perennial_webhook_deliveries', 'status', 'Webhook deliveries in the log, by status', () =>
    webhookDeliveries.countByStatus(),
  );
  const countByKey = coalesceCalls(sealedValues.countByKey, { joinRunning: true, keepMs: sealedValuesAgeMs });
  gauge(
    registry,
    'perennial_sealed_values',
    'kid',
    'Sealed values by encryption key, at most a minute old',
    countByKey,
  );
  const measure: RequestHandler = (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      const labels = { method: request.method, route: routeOf(response), status: String(response.statusCode) };
      durations.observe(labels, (performance.now() - startedAt) / 1000);
    });
    next();
  };
  return { registry, measure };
}
export type Metrics = ReturnType<typeof createMetrics>;

/** Counted at every scrape. */
function gauge(
  registry: Registry,
  name: string,
  label: string,
  description: string,
  count: () => Promise<Iterable<readonly [string, number]>>,
): void {
  new Gauge({
    name,
    help: `${description}; absent while the database is unavailable.`,
    labelNames: [label],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [labelValue, value] of await count().catch(() => [])) this.set({ [label]: labelValue }, value);
    },
  });
}
