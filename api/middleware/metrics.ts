import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AlarmReader, StoreReader } from '../ports.ts';
import { routeOf } from './request-log.ts';

/** What Prometheus reads, and the handler that measures requests. */
export function createMetrics({
  reader,
  alarmReader,
}: {
  readonly reader: Pick<StoreReader, 'countByStatus'>;
  readonly alarmReader: Pick<AlarmReader, 'countOpenAlarms'>;
}) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'perennial_stores',
    help: 'Stores by status; absent while the database is away.',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await reader.countByStatus().catch(() => ({}));
      for (const [status, count] of Object.entries(counts)) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'perennial_open_alarms',
    help: 'Open alarms by kind; absent while the database is away.',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await alarmReader.countOpenAlarms().catch(() => new Map<string, number>());
      for (const [kind, count] of counts) this.set({ kind }, count);
    },
  });
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
