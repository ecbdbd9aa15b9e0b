import { setTimeout as sleep } from 'node:timers/promises';
import type { HealthCheck } from '../../adapters/temporal/health-checks.ts';
import * as contract from '../contract/service.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

const timeoutMs = 1000;

export function getReadiness({ pingDatabase, temporal, catalog }: ApiDeps) {
  return route(contract.getReadiness, async () => {
    const [postgres, temporalHealth, commerce] = await Promise.all([
      probe(pingDatabase, 'PostgreSQL'),
      temporal.health(),
      probe(() => catalog.listWebsites(), 'Adobe Commerce'),
    ]);
    const isReady = postgres.ok && temporalHealth.temporal.ok && temporalHealth.worker.ok;
    const body: contract.Readiness = {
      status: isReady ? 'ready' : 'not_ready',
      parts: {
        postgres: toPart(postgres),
        temporal: toPart(temporalHealth.temporal),
        worker: toPart(temporalHealth.worker),
        commerce: toPart(commerce),
      },
    };
    return { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' }, body };
  });
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
