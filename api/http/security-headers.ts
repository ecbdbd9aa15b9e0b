import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const nothing = ["'none'"];
const self = ["'self'"];

const ownPages = {
  defaultSrc: nothing,
  styleSrc: self,
  imgSrc: self,
  formAction: self,
  baseUri: nothing,
  frameAncestors: nothing,
};

/** For JSON, and for our pages, which need one style sheet and no script. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    // Of our own host only: what else the domain serves is not ours to decide.
    strictTransportSecurity: publicUrl.startsWith('https:') && { includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: ownPages,
    },
    // Forms of ours need an `Origin`, which browsers leave out under `no-referrer`.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

/** For a page of ours before the console, which these sites may frame as well; with none nobody may. */
export function signInHeaders(frameAncestors: readonly string[]): RequestHandler[] {
  return frameAncestors.length === 0 ? [] : allowFraming({ ...ownPages, frameAncestors: [...self, ...frameAncestors] });
}

export function allowFraming(directives: Record<string, readonly string[]>): RequestHandler[] {
  return [
    helmet.contentSecurityPolicy({ useDefaults: false, directives }),
    (_request, response, next) => {
      // An older rule that knows no list of sites; `frame-ancestors` replaces it.
      response.removeHeader('X-Frame-Options');
      next();
    },
  ];
}

/** For a page whose form ends at another site: browsers hold a redirect after a form to `form-action` as well. */
export function allowFormAction(response: Response, urls: readonly string[]): void {
  const origins = new Set(urls.map((url) => new URL(url).origin));
  const policy = response.get('Content-Security-Policy') ?? '';
  response.set(
    'Content-Security-Policy',
    policy.replace("form-action 'self'", ["form-action 'self'", ...origins].join(' ')),
  );
}

/** For the API page, whose scripts are ours too. Its style sheet paints images that are data. */
export const apiPageHeaders = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: nothing,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    connectSrc: self,
    baseUri: nothing,
    formAction: nothing,
    frameAncestors: nothing,
  },
});
