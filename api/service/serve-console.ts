import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, type Response } from 'express';
import { escapeHtml } from '../../domain/escape-html.ts';
import type { ConsolePages } from '../deps.ts';
import { allowFraming } from '../http/security-headers.ts';

export interface ConsoleOptions {
  /** The output of `vite build`. */
  readonly distDir: string;
  /** Pages link to it. */
  readonly temporalUiUrl?: string;
  /** Other sites that may frame the console, such as `https://experience.adobe.com`. */
  readonly frameAncestors?: readonly string[];
}

/** The routes of the console's router. */
const pages = ['/', '/stores/:id', '/renewals', '/campaigns', '/campaigns/:id', '/pre-setup-tasks', '/learning'];
const self = ["'self'"];
const yearSeconds = 31_536_000;

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
    // Only public files: the length of a compressed response can leak a secret in it.
    compression(),
    express.static(join(distDir, 'assets'), { immutable: true, maxAge: yearSeconds * 1000, index: false }),
  );
  const notFound = express.Router();
  notFound.get('/{*path}', (request, _response, next) => {
    if (request.path.startsWith('/v1/') || request.accepts(['json', 'html']) !== 'html') return next('router');
    next();
  });
  notFound.get('/{*path}', ...headers, (_request, response) => sendPage(response.status(404), index));
  return { pages: router, notFound };
}

/** Not cached: a page names the files of one release. */
function sendPage(response: Response, html: string): void {
  response.set('Cache-Control', 'no-cache').type('html').send(html);
}

/** Everything comes from our origin. React Spectrum and virtual lists position with inline styles. */
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
  return html.replace('</head>', () => `  <meta name="temporal-ui-url" content="${escapeHtml(url)}" />\n  </head>`);
}
