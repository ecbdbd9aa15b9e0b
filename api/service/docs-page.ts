import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';
import { setRoute } from '../http/request-log.ts';
import { apiPageHeaders } from '../http/security-headers.ts';
import { apiPageHtml, apiPageScript } from '../pages/assets.ts';

const swaggerDir = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const cached = { 'Cache-Control': 'public, max-age=3600' };

/** The API page: everything it needs comes from us. */
export function docsPage(): Router {
  const router = express.Router({ strict: false });
  router.use((_request, response, next) => {
    setRoute(response, '/docs');
    next();
  });
  router.get('/', apiPageHeaders, (_request, response) => void response.type('html').send(apiPageHtml));
  router.get('/init.js', (_request, response) => void response.set(cached).type('js').send(apiPageScript));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`/${file}`, (_request, response) => response.sendFile(file, { root: swaggerDir, maxAge: 3_600_000 }));
  return router;
}
