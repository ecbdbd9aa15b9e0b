/**
 * The console without the rest of Perennial: `node console/dev/stub-api.mjs [stores [port [folder]]]` serves the built
 * console (or the build in `folder`) and an in-memory API with that many sample stores. For looking at pages, not for
 * testing behaviour.
 */
import { fileURLToPath } from 'node:url';
import express from 'express';
import { serveConsole } from '../../dist/api/service/serve-console.js';
import { operations } from '../../dist/api/contract/operations.js';
import { makeCampaign } from './sample-campaigns.mjs';
import { makeStore, makeTimeline } from './sample-stores.mjs';

const count = Number(process.argv[2] ?? 12);
const port = Number(process.argv[3] ?? 0);
const stores = Array.from({ length: count }, (_, index) => makeStore(index));
const connected = stores.filter(({ sellerId, status }) => sellerId && status !== 'deleted');
const campaigns = Array.from({ length: count > 0 ? 5 : 0 }, (_, index) => makeCampaign(index, connected));
const timelines = new Map();
const streams = new Set();
const tasks = 'cron professional_account approved_seller vat attributes currency condition shipping'
  .split(' ')
  .map((task) => {
    const isPassed = task === 'attributes' || task === 'currency';
    return { task, done: isPassed, check: isPassed ? 'passed' : 'manual' };
  });
let lastEvent = 0;

const app = express();
app.use(express.json());
const dist = process.argv[4] ?? fileURLToPath(new URL('../../dist/console', import.meta.url));
const served = serveConsole({ distDir: dist, temporalUiUrl: 'http://localhost:8233' });
app.use(served.pages);
app.get('/sign-in', (_request, response) => response.type('html').send('<h1>Sign in</h1>'));

const problem = (response, status, code, detail, errors) =>
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: code,
        status,
        code,
        detail,
        requestId: 'stub',
        ...(errors && { errors }),
      }),
    );
const findStore = (request, response) => {
  const store = stores.find(({ id }) => id === request.params.id);
  if (!store) problem(response, 404, 'store_not_found', 'No store has this id.');
  return store;
};
const timelineOf = (store) => timelines.get(store.id) ?? timelines.set(store.id, makeTimeline(store)).get(store.id);

function recordChange(store, what, text, change = {}) {
  Object.assign(store, change, { updatedAt: new Date().toISOString() });
  lastEvent += 1;
  const entry = { id: String(1_000_000 + lastEvent), at: new Date().toISOString(), what, text, status: store.status };
  timelineOf(store).unshift(entry);
  const data = JSON.stringify({ storeId: store.id, entry, store });
  for (const stream of streams) stream.write(`id: ${lastEvent}\nevent: store.changed\ndata: ${data}\n\n`);
}

app.get('/v1/access', (_request, response) =>
  response.json({ name: 'admin', role: 'admin', operations: operations.map(({ operationId }) => operationId) }),
);
app.get('/v1/alarms', (_request, response) => response.json({ items: [] }));
const list = (value) => (value === undefined ? undefined : [value].flat());
const matches = (query) => (store) =>
  (list(query.country)?.includes(store.country) ?? true) &&
  (query.website === undefined || query.website === store.website) &&
  (query.q === undefined || `${store.name} ${store.email}`.toLowerCase().includes(query.q.toLowerCase()));

app.get('/v1/stores', ({ query }, response) => {
  const isWanted = ({ status }) => list(query.status)?.includes(status) ?? status !== 'deleted';
  const sort = query.sort ?? '-createdAt';
  const key = sort.replace('-', '');
  const matching = stores
    .filter((store) => isWanted(store) && matches(query)(store))
    .sort((a, b) => String(a[key] ?? '~').localeCompare(String(b[key] ?? '~')));
  if (sort.startsWith('-')) matching.reverse();
  const from = Number(query.cursor ?? 0);
  const to = from + Number(query.limit ?? 50);
  response.json({ items: matching.slice(from, to), ...(to < matching.length && { nextCursor: String(to) }) });
});
app.get('/v1/stores/counts', ({ query }, response) => {
  const matching = stores.filter(matches(query));
  const names = 'creating awaiting_authorization verifying active renewal_due expired disconnected deleted'.split(' ');
  const byStatus = Object.fromEntries(
    names.map((name) => [name, matching.filter(({ status }) => status === name).length]),
  );
  response.json({ total: matching.length - byStatus.deleted, byStatus });
});
app.post('/v1/stores', ({ body }, response) => {
  if (stores.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
    return problem(
      response,
      409,
      'store_name_taken',
      `A store named "${body.name}" already exists. Choose another name.`,
    );
  if (body.email.endsWith('.invalid'))
    return problem(response, 422, 'invalid_body', 'Invalid request body', [
      { pointer: '/email', detail: 'This address cannot be used.' },
    ]);
  const store = { ...makeStore(stores.length, 'awaiting_authorization'), ...body, createdAt: new Date().toISOString() };
  stores.push(store);
  response.status(201).json(store);
  recordChange(store, 'created', 'Store created. Next: the seller authorizes it at Amazon.');
});
app.get('/v1/stores/:id', (request, response) => {
  const store = findStore(request, response);
  if (store) response.json(store);
});
app.patch('/v1/stores/:id', (request, response) => {
  const store = findStore(request, response);
  if (!store) return;
  recordChange(store, 'settings_changed', 'The settings were changed.', request.body);
  response.json(store);
});
app.delete('/v1/stores/:id', (request, response) => {
  const store = findStore(request, response);
  if (!store) return;
  recordChange(store, 'deleted', 'The store was deleted.', { status: 'deleted', email: '' });
  response.json(store);
});
app.get('/v1/stores/:id/timeline', (request, response) => {
  const store = findStore(request, response);
  if (store) response.json({ items: timelineOf(store) });
});
const commands = {
  check: ['check_passed', 'The connection was checked and works.', {}],
  disconnect: ['disconnected', 'An administrator disconnected this store.', { status: 'disconnected' }],
  activate: ['enabled', 'The store was activated.', { enabled: true }],
  deactivate: ['disabled', 'The store was deactivated.', { enabled: false }],
};
for (const [command, [what, text, change]] of Object.entries(commands))
  app.post(`/v1/stores/:id/${command}`, (request, response) => {
    const store = findStore(request, response);
    if (!store) return;
    recordChange(store, what, text, change);
    response.status(202).json(store);
  });
app.post('/v1/stores/:id/connect-links', (request, response) => {
  const store = findStore(request, response);
  if (!store) return;
  const url = `http://${request.headers.host}/connect/${store.id}`;
  response.status(201).json({ url, expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString() });
});
app.get('/connect/:id', (request, response) => {
  const store = findStore(request, response);
  if (!store) return;
  const now = Date.now();
  const expiresAt = new Date(now + 365 * 86_400_000).toISOString();
  recordChange(store, 'active', `Connected to seller A1SAMPLE until ${expiresAt}.`, {
    status: 'active',
    enabled: true,
    sellerId: 'A1SAMPLE',
    authorizedAt: new Date(now).toISOString(),
    expiresAt,
    reason: undefined,
    next: { what: 'renewal_request', at: new Date(now + 335 * 86_400_000).toISOString() },
  });
  response.type('html').send('<h1>Connected</h1>');
});
app.get('/v1/events', (request, response) => {
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 2000\n\n');
  streams.add(response);
  const heartbeat = setInterval(() => response.write(':\n\n'), 15_000);
  request.on('close', () => {
    clearInterval(heartbeat);
    streams.delete(response);
  });
});
app.get('/v1/renewals', (_request, response) => {
  const items = stores
    .filter(({ expiresAt, status }) => expiresAt && status !== 'deleted' && status !== 'disconnected')
    .sort((a, b) => a.expiresAt.localeCompare(b.expiresAt))
    .map(({ id, name, country, website, status, expiresAt, next }) => ({
      storeId: id,
      name,
      country,
      website,
      status,
      expiresAt,
      next,
    }));
  response.json({ items });
});
app.post('/v1/calendar-links', (request, response) => {
  const url = `http://${request.headers.host}/v1/renewals.ics?token=sample`;
  response.status(201).json({ id: crypto.randomUUID(), createdAt: new Date().toISOString(), createdBy: 'admin', url });
});
app.get('/v1/renewals.ics', (_request, response) =>
  response.type('text/calendar').send('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
);
app.get('/v1/campaigns', (_request, response) => response.json({ items: campaigns.map(({ campaign }) => campaign) }));
app.post('/v1/campaigns/preview', ({ body }, response) => {
  const count = connected.filter(
    ({ country, website }) =>
      (body.stores.country?.includes(country) ?? true) && website === (body.stores.website ?? website),
  ).length;
  response.json({ stores: count, authorizations: count, messages: count, reminders: count });
});
app.post('/v1/campaigns', ({ body }, response) => {
  const entry = makeCampaign(2, [], { ...body, startsAt: body.startsAt ?? new Date().toISOString() });
  campaigns.unshift(entry);
  response.status(201).json(entry.campaign);
});
const findCampaign = (request, response) => {
  const entry = campaigns.find(({ campaign }) => campaign.id === request.params.id);
  if (!entry) problem(response, 404, 'campaign_not_found', 'There is no such campaign.');
  return entry;
};
app.get('/v1/campaigns/:id', (request, response) => {
  const entry = findCampaign(request, response);
  if (entry) response.json(entry.campaign);
});
app.get('/v1/campaigns/:id/authorizations', (request, response) => {
  const entry = findCampaign(request, response);
  if (entry)
    response.json({
      items: entry.authorizations.filter(({ state }) => list(request.query.state)?.includes(state) ?? true),
    });
});
for (const [command, state] of Object.entries({ pause: 'paused', resume: 'running', cancel: 'cancelled' }))
  app.post(`/v1/campaigns/:id/${command}`, (request, response) => {
    const entry = findCampaign(request, response);
    if (!entry) return;
    Object.assign(entry.campaign, {
      state,
      nextMessageAt: undefined,
      ...(state === 'cancelled' && { endedAt: new Date().toISOString() }),
    });
    response.json(entry.campaign);
  });
app.get('/v1/commerce/websites', (_request, response) =>
  response.json({
    items: [
      { code: 'base', name: 'Main Website', defaultStoreView: 'default' },
      { code: 'eu', name: 'European Website', defaultStoreView: 'eu_en' },
    ],
  }),
);
app.get('/v1/commerce/attributes', ({ query }, response) => {
  const numbered = Array.from({ length: 240 }, (_, index) => ({
    code: `attribute_${index}`,
    label: `Attribute ${index}`,
  }));
  const attributes = [{ code: 'amazon_asin', label: 'Amazon ASIN' }, { code: 'ean', label: 'EAN code' }, ...numbered];
  const q = typeof query.q === 'string' ? query.q.toLowerCase() : '';
  response.json({
    items: attributes
      .filter(({ code, label }) => `${code} ${label}`.toLowerCase().includes(q))
      .slice(0, Number(query.limit)),
  });
});
app.get('/v1/authorizations', (_request, response) => response.json({ items: [] }));
app.get('/v1/marketplaces', (_request, response) =>
  response.json({
    items: [
      { country: 'US', name: 'United States', marketplaceId: 'ATVPDKIKX0DER', region: 'NA', currency: 'USD' },
      { country: 'CA', name: 'Canada', marketplaceId: 'A2EUQ1WTGCTBG2', region: 'NA', currency: 'CAD' },
      { country: 'MX', name: 'Mexico', marketplaceId: 'A1AM78C64UM0Y8', region: 'NA', currency: 'MXN' },
      { country: 'GB', name: 'United Kingdom', marketplaceId: 'A1F83G8C2ARO7P', region: 'EU', currency: 'GBP' },
    ],
  }),
);
app.get('/v1/pre-setup-tasks', (_request, response) => response.json({ items: tasks }));
app.put('/v1/pre-setup-tasks/:task', ({ params, body }, response) => {
  const state = tasks.find(({ task }) => task === params.task);
  if (!state) return problem(response, 404, 'not_found', 'No such task.');
  Object.assign(state, {
    done: body.done,
    doneBy: body.done ? 'admin' : undefined,
    doneAt: body.done ? new Date().toISOString() : undefined,
  });
  response.json(state);
});
app.use(served.notFound);

const server = app.listen(port, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`));
