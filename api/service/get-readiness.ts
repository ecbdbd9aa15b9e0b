import { setTimeout as sleep } from 'node:timers/promises';
import type { HealthCheck } from '../../adapters/temporal/health-checks.ts';
import { coalesceCalls } from '../../domain/coalesce.ts';
import * as contract from '../contract/service.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

const timeoutMs = 1000;
/** How old an answer of `/readyz` and `/metrics` may be: they cost the same however often they are called. */
export const monitoringAgeMs = 1000;

export function getReadiness(deps: ApiDeps) {
  const check = coalesceCalls(() => checkParts(deps), { joinRunning: true, keepMs: monitoringAgeMs });
  return route(contract.getReadiness, async () => {
    const body = await check();
    return { status: body.status === 'ready' ? 200 : 503, headers: { 'Cache-Control': 'no-store' }, body };
  });
}

async function checkParts({ pingDatabase, temporal, catalog }: ApiDeps): Promise<contract.Readiness> {
  const [postgres, temporalHealth, commerce] = await Promise.all([
    probe(pingDatabase, 'PostgreSQL'),
    temporal.health(),
    probe(() => catalog.listWebsites(), 'Adobe Commerce'),
  ]);
  const isReady = postgres.ok && temporalHealth.temporal.ok && temporalHealth.worker.ok;
  return {
    status: isReady ? 'ready' : 'not_ready',
    parts: {
      postgres: toPart(postgres),
      temporal: toPart(temporalHealth.temporal),
      worker: toPart(temporalHealth.worker),
      commerce: toPart(commerce),
    },
  };
}

async function probe(call: () => Promise<unknown>, name: string): Promise<HealthCheck> {
  const timer = new AbortController();
  const failure = await Promise.race([
    call().then(
      () => undefined,
      () => `${name} cannot be reached or refuses our credentials.`,
    ),
    sleep(timeoutMs, `${name} does not answer within a second.`, { signal: timer.signal }).catch(() => undefined),
  ]);
  timer.abort();
  return { ok: failure === undefined, detail: failure ?? `${name} answers.` };
}

function toPart({ ok, detail }: HealthCheck): contract.Readiness['parts']['postgres'] {
  return { state: ok ? 'ok' : 'unavailable', detail };
}
