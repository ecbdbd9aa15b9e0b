import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '../contract/service.ts';
import * as contract from '../contract/service.ts';
import type { ApiDeps } from '../deps.ts';
import type { PartHealth } from '../onboarding.ts';
import { route } from '../http/route.ts';

const patienceMs = 1000;

export function getReadiness({ pingDatabase, temporal: onboarding, catalog }: ApiDeps) {
  return route(contract.getReadiness, async () => {
    const [postgres, { temporal, worker }, commerce] = await Promise.all([
      probe(pingDatabase, 'PostgreSQL'),
      onboarding.health(),
      probe(() => catalog.listWebsites(), 'Adobe Commerce'),
    ]);
    const ready = postgres.ok && temporal.ok && worker.ok;
    const body: Readiness = {
      status: ready ? 'ready' : 'not_ready',
      parts: { postgres: part(postgres), temporal: part(temporal), worker: part(worker), commerce: part(commerce) },
    };
    return { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' }, body };
  });
}

async function probe(ask: () => Promise<unknown>, name: string): Promise<PartHealth> {
  const stop = new AbortController();
  const late = pause(patienceMs, `${name} does not answer within a second.`, { signal: stop.signal }).catch(() => '');
  const answer = ask().then(
    () => '',
    () => `${name} cannot be reached or refuses us.`,
  );
  const trouble = await Promise.race([answer, late]);
  stop.abort();
  return trouble === '' ? { ok: true, detail: `${name} answers.` } : { ok: false, detail: trouble };
}

function part({ ok, detail }: PartHealth): { state: 'ok' | 'unavailable'; detail: string } {
  return { state: ok ? 'ok' : 'unavailable', detail };
}
