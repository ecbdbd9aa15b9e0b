import { coalesceCalls } from '../../domain/coalesce.ts';
import * as contract from '../contract/service.ts';
import type { Metrics } from '../http/metrics.ts';
import { route } from '../http/route.ts';
import { monitoringAgeMs } from './get-readiness.ts';

export function getMetrics({ registry }: Metrics) {
  const read = coalesceCalls(() => registry.metrics(), { joinRunning: true, keepMs: monitoringAgeMs });
  return route(contract.getMetrics, async ({ response }) => {
    response.set('Content-Type', registry.contentType).send(await read());
    return undefined;
  });
}
