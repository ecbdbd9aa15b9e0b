import express, { Router } from 'express';
import type { Simulation } from '../simulation.ts';
import { authorizeAgain } from './authorize-again.ts';
import { approve } from './approve.ts';
import { refuse } from './control-problem.ts';
import { readRotation } from './rotation-input.ts';
import { readFault, readFaultFilter } from './fault-input.ts';
import type { FaultInput } from './fault-input.ts';
import type { Fault } from './faults.ts';
import { listGrants } from './list-grants.ts';
import { listSellers } from './list-sellers.ts';
import { readLogQuery } from './log-query.ts';

/** Controls of the simulation itself; nothing of it exists at Amazon or Commerce. */
export function controlRoutes(simulation: Simulation): Router {
  const { faults, requestLog, usagePlans } = simulation;
  const router = Router();
  router.use(express.json({ limit: '64kb' }));

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.post('/approve', (request, response) => {
    const result = approve(simulation, request.body);
    if ('message' in result) refuse(response, [result]);
    else response.json(result);
  });

  router.post('/authorize-again', (request, response) => {
    const result = authorizeAgain(simulation, request.body);
    if ('message' in result) refuse(response, [result]);
    else response.json(result);
  });

  router.post('/faults', (request, response) => {
    const reading = readFault(request.body);
    if ('errors' in reading) return refuse(response, reading.errors);
    const { kind, seller, count, seconds, startsInSeconds } = reading.value;
    if (kind === 'revoked' && count === undefined && seconds === undefined && startsInSeconds === undefined) {
      // What a seller does in Seller Central is not undone by clearing faults: only a new consent helps.
      response.json({ kind, seller, permanent: true, revokedGrants: simulation.authorizations.revoke(seller) });
      return;
    }
    response.json(show(faults.set(toFault(reading.value, simulation.now()))));
  });

  router.get('/faults', (_request, response) => {
    response.json({ items: faults.active().map(show) });
  });

  router.delete('/faults', (request, response) => {
    const reading = readFaultFilter(request.query);
    if ('errors' in reading) return refuse(response, reading.errors);
    response.json({ cleared: faults.clear(reading.value) });
  });

  router.post('/application', (request, response) => {
    const reading = readRotation(request.body);
    if ('errors' in reading) return refuse(response, reading.errors);
    simulation.applicationSecrets.rotate(reading.value.clientSecret, reading.value.overlapSeconds);
    response.json({ items: simulation.applicationSecrets.list() });
  });

  router.get('/application', (_request, response) => {
    response.json({ items: simulation.applicationSecrets.list() });
  });

  router.delete('/application', (_request, response) => {
    simulation.applicationSecrets.expire();
    response.json({ items: simulation.applicationSecrets.list() });
  });

  router.get('/log', (request, response) => {
    const reading = readLogQuery(request.query);
    if ('errors' in reading) return refuse(response, reading.errors);
    response.json({
      participationsPace: usagePlans.participations.pace,
      feesPace: usagePlans.fees.pace,
      items: requestLog.read(reading.value),
    });
  });

  router.get('/grants', (_request, response) => {
    response.json({ items: listGrants(simulation.authorizations.grants()) });
  });

  router.get('/sellers', (_request, response) => {
    response.json({ items: listSellers(simulation.authorizations.grants()) });
  });
  return router;
}

function toFault({ kind, seller, country, count, startsInSeconds = 0, seconds, ms }: FaultInput, nowMs: number): Fault {
  const startsAtMs = nowMs + startsInSeconds * 1000;
  return {
    kind,
    setAtMs: startsAtMs,
    ...(seller !== undefined && { seller }),
    ...(country !== undefined && { country }),
    ...(ms !== undefined && { delayMs: ms }),
    ...(count !== undefined && { remaining: count }),
    ...(seconds !== undefined && { endsAtMs: startsAtMs + seconds * 1000 }),
  };
}

function show({ setAtMs, endsAtMs, delayMs, ...fault }: { id: string } & Fault): object {
  return {
    ...fault,
    ...(delayMs !== undefined && { ms: delayMs }),
    setAt: new Date(setAtMs).toISOString(),
    ...(endsAtMs !== undefined && { endsAt: new Date(endsAtMs).toISOString() }),
  };
}
