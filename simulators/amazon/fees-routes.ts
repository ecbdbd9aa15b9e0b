import express, { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import type { Simulation } from '../simulation.ts';
import { admitRequest } from './admit-request.ts';
import { estimateFees } from './estimate-fees.ts';
import { readFeesRequest } from './fees-request.ts';
import { invalidInput, refuse, unauthorized } from './sp-api-refusal.ts';

export const feesPath = '/products/fees/v0/items';

/** The Product Fees API: the fees of one item, estimated for the seller of the access token. */
export function feesRoutes(simulation: Simulation): Router {
  const { faults, usagePlans, now } = simulation;
  const router = Router();

  router.post('/:asin/feesEstimate', express.json({ limit: '32kb' }), async (request, response) => {
    const seller = await admitRequest(simulation, usagePlans.fees, request, response);
    if (seller === undefined) return;
    if (faults.take('no_fees_role', seller.email)) return refuse(response, unauthorized());
    const reading = readFeesRequest(request.body);
    if ('status' in reading) return refuse(response, reading);
    response.json({ payload: { FeesEstimateResult: estimateFees(seller, request.params.asin, reading, now()) } });
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const isUnreadable = error instanceof Error && 'type' in error;
    if (!isUnreadable) return next(error);
    refuse(response, invalidInput('The body cannot be read as JSON.'));
  });
  return router;
}
