import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const none = ["'none'"];
const self = ["'self'"];

const ownPages = {
  defaultSrc: none,
  styleSrc: self,
  imgSrc: self,
  formAction: self,
  baseUri: none,
  frameAncestors: none,
};

/** For JSON, and for our pages, which have one style sheet and no script. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    // Subdomains may belong to other services.
    strictTransportSecurity: publicUrl.startsWith('https:') && { includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: ownPages,
    },
    // Under `no-referrer` browsers omit the `Origin` that our forms are checked by.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

/** The sign-in page may be framed by the sites that may frame the console. */
export function signInHeaders(frameAncestors: readonly string[]): RequestHandler[] {
  return frameAncestors.length === 0 ? [] : allowFraming({ ...ownPages, frameAncestors: [...self, ...frameAncestors] });
}

export function allowFraming(directives: Record<string, readonly string[]>): RequestHandler[] {
  return [
    helmet.contentSecurityPolicy({ useDefaults: false, directives }),
    (_request, response, next) => {
      // It cannot list sites; `frame-ancestors` replaces it.
      response.removeHeader('X-Frame-Options');
      next();
    },
  ];
}

/** For a form whose redirect leads to another site: browsers apply `form-action` to that redirect, too. */
export function allowFormAction(response: Response, urls: readonly string[]): void {
  const origins = new Set(urls.map((url) => new URL(url).origin));
  const policy = response.get('Content-Security-Policy') ?? '';
  response.set(
    'Content-Security-Policy',
    policy.replace("form-action 'self'", ["form-action 'self'", ...origins].join(' ')),
  );
}

/** For the API reference: its scripts are ours, and its style sheet uses data URLs as images. */
export const apiPageHeaders = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: none,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    connectSrc: self,
    baseUri: none,
    formAction: none,
    frameAncestors: none,
  },
});
