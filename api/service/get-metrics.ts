import { coalesceCalls } from '../../domain/coalesce.ts';
import type { FailedAttempts } from '../access/failed-attempts.ts';
import * as contract from '../contract/service.ts';
import type { ApiDeps } from '../deps.ts';
import type { Metrics } from '../http/metrics.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { permits } from '../http/same-secret.ts';
import { monitoringAgeMs } from './get-readiness.ts';

export function getMetrics({ metricsToken }: ApiDeps, { registry }: Metrics, attempts: FailedAttempts) {
  const read = coalesceCalls(() => registry.metrics(), { joinRunning: true, keepMs: monitoringAgeMs });
  return route(contract.getMetrics, async ({ request, response }) => {
    const authorization = request.get('Authorization');
    if (metricsToken !== undefined) {
      if (authorization === undefined) throw unauthorized('No token was given.');
      await attempts.begin(request);
      if (!permits(metricsToken, authorization)) throw unauthorized('The token is not that of the metrics.');
      await attempts.succeeded(request);
    }
    response.set('Content-Type', registry.contentType).send(await read());
    return undefined;
  });
}

function unauthorized(sentence: string): Problem {
  return new Problem('unauthorized', `${sentence} Send "Authorization: Bearer" with METRICS_TOKEN.`, {
    headers: { 'WWW-Authenticate': 'Bearer realm="Perennial metrics"' },
  });
}
