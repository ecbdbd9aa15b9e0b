import * as contract from '../contract/service.ts';
import type { Metrics } from '../http/metrics.ts';
import { route } from '../http/route.ts';

export function getMetrics({ registry }: Metrics) {
  return route(contract.getMetrics, async ({ response }) => {
    response.set('Content-Type', registry.contentType).send(await registry.metrics());
    return undefined;
  });
}
