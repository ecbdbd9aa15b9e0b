import express, { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { formField } from '../http/form-field.ts';
import { sendPage } from '../http/html-page.ts';
import type { Simulation } from '../simulation.ts';
import * as pages from './consent-pages.ts';
import { callbackUrlFor, consentRequestSchema, readConsentRequest } from './consent-request.ts';
import type { ConsentRequest } from './consent-request.ts';
import { noteForLog } from './log-amazon-requests.ts';
import { acceptedSellers, findSeller, sellerPassword, verificationCode } from './sellers.ts';
import type { Seller } from './sellers.ts';

const journeySchema = consentRequestSchema.extend({ email: z.string().optional(), endsAtMs: z.number() });
type Step = 'sign-in' | 'verification' | 'agreement' | 'continue';

const journeyLifetimeMs = 30 * 60_000;

/**
 * Seller Central's consent: sign in, verification code, agreement, almost done, back to the application.
 * The journey travels in each form, signed for its step, so none can be skipped and a restart loses nothing.
 */
export function consentRoutes(simulation: Simulation): Router {
  const { options, signedText, now } = simulation;
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: '32kb' }));

  const write = (step: Step, request: ConsentRequest, seller?: Seller): string =>
    signedText.write(`consent/${step}`, {
      state: request.state,
      redirectUri: request.redirectUri,
      email: seller?.email,
      endsAtMs: now() + journeyLifetimeMs,
    });
  const read = (step: Step, request: Request) => {
    const journey = formField(request.body, 'journey') ?? '';
    const facts = signedText.read(`consent/${step}`, journey, journeySchema);
    return facts === undefined || facts.endsAtMs <= now() ? undefined : { journey, facts };
  };
  /** Of the steps that follow the signing in. */
  const readSignedIn = (step: Step, request: Request) => {
    const found = read(step, request);
    const seller = findSeller(found?.facts.email ?? '');
    return found && seller && { ...found, seller };
  };

  router.get('/', (request, response) => {
    const query = new URL(request.originalUrl, 'http://localhost').searchParams;
    const wanted = readConsentRequest(query, options);
    sendPage(
      response,
      'sentence' in wanted ? pages.errorPage(wanted) : pages.signInPage({ journey: write('sign-in', wanted) }),
    );
  });

  router.post('/sign-in', (request, response) => {
    const found = read('sign-in', request);
    if (found === undefined) return sendPage(response, pages.endedPage());
    const { journey, facts } = found;
    const email = formField(request.body, 'email') ?? '';
    const seller = findSeller(email);
    if (seller === undefined) {
      const error = `There is no account with this email address. Accounts of this simulation: ${acceptedSellers}.`;
      return sendPage(response, pages.signInPage({ journey, error }, email));
    }
    if (formField(request.body, 'password') !== sellerPassword) {
      return sendPage(response, pages.signInPage({ journey, error: 'The password is not right.' }, email));
    }
    noteForLog(response, { seller: seller.email });
    sendPage(response, pages.verificationPage({ journey: write('verification', facts, seller) }, seller));
  });

  router.post('/verification', (request, response) => {
    const found = readSignedIn('verification', request);
    if (found === undefined) return sendPage(response, pages.endedPage());
    const { journey, facts, seller } = found;
    noteForLog(response, { seller: seller.email });
    if (formField(request.body, 'code')?.trim() !== verificationCode) {
      return sendPage(response, pages.verificationPage({ journey, error: 'The code is not right.' }, seller));
    }
    sendPage(response, pages.agreementPage({ journey: write('agreement', facts, seller) }, seller));
  });

  router.post('/agreement', (request, response) => {
    const found = readSignedIn('agreement', request);
    if (found === undefined) return sendPage(response, pages.endedPage());
    const { journey, facts, seller } = found;
    noteForLog(response, { seller: seller.email });
    if (formField(request.body, 'decision') === 'cancel') return sendPage(response, pages.cancelledPage());
    if (formField(request.body, 'understand') === undefined) {
      const error = 'Check "I understand" to go on, or cancel.';
      return sendPage(response, pages.agreementPage({ journey, error }, seller));
    }
    sendPage(response, pages.almostDonePage({ journey: write('continue', facts, seller) }));
  });

  router.post('/continue', (request, response) => {
    const found = readSignedIn('continue', request);
    if (found === undefined) return sendPage(response, pages.endedPage());
    noteForLog(response, { seller: found.seller.email });
    response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    response.redirect(303, agree(simulation, found.facts, found.seller));
  });
  return router;
}

/** The seller agreed: where the browser is sent, with a new code. */
export function agree({ authorizations, options }: Simulation, request: ConsentRequest, seller: Seller): string {
  const code = authorizations.issueCode(seller.email, request.redirectUri);
  return callbackUrlFor(request, options, seller.sellingPartnerId, code);
}
