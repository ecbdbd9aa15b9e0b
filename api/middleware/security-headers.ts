import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nothing = ["'none'"];
const self = ["'self'"];

/** For JSON, and for our pages, which need one style sheet and no script. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    // Of our own host only: what else the domain serves is not ours to decide.
    strictTransportSecurity: publicUrl.startsWith('https:') && { includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nothing,
        styleSrc: self,
        imgSrc: self,
        formAction: self,
        baseUri: nothing,
        frameAncestors: nothing,
      },
    },
    // Forms of ours need an `Origin`, which browsers leave out under `no-referrer`.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
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
