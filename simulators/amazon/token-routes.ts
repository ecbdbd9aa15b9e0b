import express, { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { formField } from '../http/form-field.ts';
import { waitIfSlow } from '../http/wait-if-slow.ts';
import type { Simulation } from '../simulation.ts';
import { isSameSecret } from '../state/same-secret.ts';
import { accessTokenLifetimeSeconds, isRevoked, writeAccessToken, writeScopedToken } from './access-tokens.ts';
import type { Grant } from './authorizations.ts';
import { noteForLog } from './log-amazon-requests.ts';
import { findSeller } from './sellers.ts';

type Granted = { readonly grant: Grant } | { readonly scope: string };
type Refusal = { readonly status: number; readonly error: string; readonly description: string };

const invalidGrant = (parameter: string): Refusal =>
  refusal('invalid_grant', `The request has an invalid grant parameter : ${parameter}`);
const invalidClient: Refusal = refusal('invalid_client', 'Client authentication failed', 401);
const unavailable: Refusal = refusal('temporarily_unavailable', 'The service is temporarily unavailable', 503);

/** Login with Amazon: exchanges a code for tokens, and a refresh token for an access token. */
export function tokenRoutes(simulation: Simulation): Router {
  const { authorizations, faults } = simulation;
  const router = Router();

  router.post('/', express.urlencoded({ extended: false, limit: '32kb' }), async (request, response) => {
    const field = (name: string) => formField(request.body, name);
    const seller =
      authorizations.findCode(field('code') ?? '') ??
      authorizations.findGrantByRefreshToken(field('refresh_token') ?? '');
    noteForLog(response, { seller: seller?.email, grantType: knownGrantType(field('grant_type')) });
    await waitIfSlow(faults, 'slow', seller?.email);
    const result = faults.take('outage', seller?.email) ? unavailable : decide(simulation, field, seller?.email);
    if ('error' in result) return refuse(response, result);
    response.set('Cache-Control', 'no-store').json({
      ...('grant' in result
        ? {
            access_token: writeAccessToken(simulation, result.grant),
            refresh_token: result.grant.isRefreshTokenWithheld ? undefined : result.grant.refreshToken,
          }
        : { access_token: writeScopedToken(simulation, result.scope) }),
      token_type: 'bearer',
      expires_in: accessTokenLifetimeSeconds,
    });
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const isUnreadable = error instanceof Error && 'type' in error;
    if (!isUnreadable) return next(error);
    refuse(response, refusal('invalid_request', 'The request body cannot be read'));
  });
  return router;
}

type Field = (name: string) => string | undefined;

function decide(simulation: Simulation, field: Field, email: string | undefined): Granted | Refusal {
  const grantType = field('grant_type');
  if (grantType === undefined) return missing('grant_type');
  if (knownGrantType(grantType) === undefined) {
    return refusal(
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server',
    );
  }
  const clientId = field('client_id');
  const clientSecret = field('client_secret');
  if (clientId === undefined) return missing('client_id');
  if (clientSecret === undefined) return missing('client_secret');
  const { amazon } = simulation.options;
  const isOurClient = isSameSecret(clientId, amazon.clientId) && simulation.applicationSecrets.isAccepted(clientSecret);
  if (!isOurClient || simulation.faults.take('invalid_client', email)) return invalidClient;
  if (grantType === 'client_credentials') return grantless(field);
  return grantType === 'refresh_token' ? refresh(simulation, field) : redeem(simulation, field);
}

function refresh(simulation: Simulation, field: Field): Granted | Refusal {
  const refreshToken = field('refresh_token');
  if (refreshToken === undefined) return missing('refresh_token');
  const grant = simulation.authorizations.findGrantByRefreshToken(refreshToken);
  return grant === undefined || isRevoked(simulation, grant) ? invalidGrant('refresh_token') : { grant };
}

/** For operations that belong to no seller. */
function grantless(field: Field): Granted | Refusal {
  const scope = field('scope');
  if (scope === undefined) return missing('scope');
  return scope === 'sellingpartnerapi::notifications'
    ? { scope }
    : refusal('invalid_scope', `The application has no permission for the scope ${scope.slice(0, 100)}`);
}

function redeem({ authorizations, faults, options }: Simulation, field: Field): Granted | Refusal {
  const code = field('code');
  if (code === undefined) return missing('code');
  const issued = authorizations.findCode(code);
  if (issued === undefined || !authorizations.isFresh(issued)) return invalidGrant('code');
  // As in OAuth: what the consent named, the exchange has to name; what it left out, the exchange may leave out.
  const redirectUri = field('redirect_uri') ?? (issued.redirectUri === undefined && options.callbackUrl);
  if (redirectUri !== (issued.redirectUri ?? options.callbackUrl)) {
    return refusal('invalid_request', 'The request has an invalid parameter : redirect_uri');
  }
  authorizations.useCode(code);
  if (faults.take('code_expired', issued.email)) return invalidGrant('code');
  if (findSeller(issued.email)?.isProfessional !== true) {
    return refusal(
      'access_denied',
      'The selling partner cannot authorize this application: a Professional selling plan is required',
    );
  }
  const isRefreshTokenWithheld = faults.take('no_refresh_token', issued.email) !== undefined;
  return { grant: authorizations.grant(issued, isRefreshTokenWithheld) };
}

const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'];

function knownGrantType(text: string | undefined): string | undefined {
  return grantTypes.find((known) => known === text);
}

function missing(parameter: string): Refusal {
  return refusal('invalid_request', `The request is missing a required parameter : ${parameter}`);
}

function refusal(error: string, description: string, status = 400): Refusal {
  return { status, error, description };
}

function refuse(response: Response, { status, error, description }: Refusal): void {
  response.status(status).set('Cache-Control', 'no-store').json({ error, error_description: description });
}
