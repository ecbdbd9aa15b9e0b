import type { Response } from 'express';

/** An error answer of the Selling Partner API. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: string;
  readonly retryAfterSeconds?: number;
  readonly isLimitExceeded?: true;
}

/** Without details, Amazon's 403 has a dozen causes: a missing role, the wrong region, a deactivated account. */
export const unauthorized = (details = ''): Refusal => ({
  status: 403,
  code: 'Unauthorized',
  message: 'Access to requested resource is denied.',
  details,
});

export const revoked = unauthorized('The access token you provided is revoked, malformed or invalid.');

export const invalidInput = (
  details: string,
  message = 'Request has missing or invalid parameters and cannot be parsed.',
): Refusal => ({ status: 400, code: 'InvalidInput', message, details });

export const quotaExceeded = (retryAfterSeconds: number): Refusal => ({
  status: 429,
  code: 'QuotaExceeded',
  message: 'You exceeded your quota for the requested resource.',
  retryAfterSeconds,
});

export const unavailable: Refusal = {
  status: 503,
  code: 'ServiceUnavailable',
  message: 'Service is temporarily unavailable. Please try again.',
};

export function refuse(response: Response, { status, code, message, details = '', retryAfterSeconds }: Refusal): void {
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  response.status(status).json({ errors: [{ code, message, details }] });
}
