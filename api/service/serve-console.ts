import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, type Response } from 'express';
import { allowFraming } from '../http/security-headers.ts';

export interface ConsoleOptions {
  /** Where `vite build` put the console. */
  readonly distDir: string;
  /** Where operators look at workflows; pages then lead there. */
  readonly temporalUiUrl?: string;
  /** Sites beside our own that may show the console in a frame, such as `https://experience.adobe.com`. */
  readonly frameAncestors?: readonly string[];
}

/** Addresses of pages of the console; everything else is somebody else's. */
const pages = ['/', '/stores/:id', '/renewals', '/campaigns', '/campaigns/:id', '/pre-setup-tasks', '/learning'];
const self = ["'self'"];
const yearSeconds = 31_536_000;

export interface ConsolePages {
  /** Its pages, and its files under `/assets`. */
  readonly pages: RequestHandler;
  /** A browser at an address that is nobody's; whoever asks for anything but a page is passed on. */
  readonly notFound: RequestHandler;
}

export function serveConsole({ distDir, temporalUiUrl, frameAncestors = [] }: ConsoleOptions): ConsolePages {
  const router = express.Router();
  const headers = pageHeaders(frameAncestors);
  const read = (name: string) => withTemporalUi(readFileSync(join(distDir, name), 'utf8'), temporalUiUrl);
  const index = read('index.html');
  const registration = read('admin-ui-sdk.html');
  router.get(pages, ...headers, (_request, response) => sendPage(response, index));
  router.get('/admin-ui-sdk', ...headers, (_request, response) => sendPage(response, registration));
  router.use(
    '/assets',
    // Only files that are the same for everybody: the length of a compressed secret tells about it.
    compression(),
    express.static(join(distDir, 'assets'), { immutable: true, maxAge: yearSeconds * 1000, index: false }),
  );
  const lost = express.Router();
  lost.get('/{*path}', (request, _response, next) => {
    if (request.path.startsWith('/v1/') || request.accepts(['json', 'html']) !== 'html') return next('router');
    next();
  });
  lost.get('/{*path}', ...headers, (_request, response) => sendPage(response.status(404), index));
  return { pages: router, notFound: lost };
}

/** Pages name the files of one release, so browsers ask for them again every time. */
function sendPage(response: Response, html: string): void {
  response.set('Cache-Control', 'no-cache').type('html').send(html);
}

/** Everything comes from us. Styles in line are how React Spectrum and lists place what they show. */
function pageHeaders(frameAncestors: readonly string[]): RequestHandler[] {
  return allowFraming({
    defaultSrc: ["'none'"],
    scriptSrc: self,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: self,
    connectSrc: self,
    baseUri: ["'none'"],
    formAction: self,
    frameAncestors: [...self, ...frameAncestors],
  });
}

function withTemporalUi(html: string, url: string | undefined): string {
  if (url === undefined) return html;
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace('</head>', () => `  <meta name="temporal-ui-url" content="${address}" />\n  </head>`);
}
