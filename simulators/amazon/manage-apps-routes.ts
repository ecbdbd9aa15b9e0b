import express, { Router } from 'express';
import { formField } from '../http/form-field.ts';
import { sendPage } from '../http/html-page.ts';
import type { Simulation } from '../simulation.ts';
import { confirmPath, loginUrlFor, managePath, readConfirmation } from './authorize-again.ts';
import { errorPage } from './consent-pages.ts';
import { agree } from './consent-routes.ts';
import { noteForLog } from './log-amazon-requests.ts';
import { manageAppsPage } from './manage-apps-page.ts';
import { acceptedSellers, findSeller, sellerPassword } from './sellers.ts';

/**
 * An authorization that begins in Seller Central: the seller agrees first, then the application's login URI is opened,
 * which sends the browser to `amazon_callback_uri`, and that one to the ordinary callback.
 */
export function manageAppsRoutes(simulation: Simulation): Router {
  const router = Router();
  router.get(managePath, (_request, response) => sendPage(response, manageAppsPage()));

  router.post(managePath, express.urlencoded({ extended: false, limit: '32kb' }), (request, response) => {
    const email = formField(request.body, 'email') ?? '';
    const seller = findSeller(email);
    const refuse = (error: string): void => sendPage(response, manageAppsPage(email, error));
    if (seller === undefined)
      return refuse(`There is no account with this email address. Accounts of this simulation: ${acceptedSellers}.`);
    if (formField(request.body, 'password') !== sellerPassword) return refuse('The password is not right.');
    if (formField(request.body, 'understand') === undefined) return refuse('Check "I understand" to go on.');
    noteForLog(response, { seller: seller.email });
    response.redirect(303, loginUrlFor(simulation, seller));
  });

  router.get(`${confirmPath}/:applicationId`, (request, response) => {
    const confirmation = readConfirmation(new URL(request.originalUrl, 'http://localhost'), simulation);
    if ('sentence' in confirmation) return sendPage(response, errorPage(confirmation));
    noteForLog(response, { seller: confirmation.seller.email });
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    response.redirect(302, agree(simulation, confirmation.request, confirmation.seller));
  });
  return router;
}
