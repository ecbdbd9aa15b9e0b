import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { pageOf, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

describe('adding a store', () => {
  it('answers 201 with the store, which waits for its seller', async () => {
    const name = uniqueName();
    const answer = await api.addStore({ name: `  ${name} `, productIdType: 'asin', attributeCode: 'asin' });
    const store = storeOf(answer);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`${api.url}/v1/stores/${store.id}`);
    expect(store).toMatchObject({
      name,
      website: 'base',
      country: 'US',
      status: 'awaiting_authorization',
      enabled: false,
    });
    expect(store.workflowId).toBe(`store-${store.id}`);
    expect(storeOf(await api.get(`/v1/stores/${store.id}`))).toEqual(store);
  });

  it('returns the same store for the same Idempotency-Key, whatever the field order and whatever Commerce says', async () => {
    const name = uniqueName();
    const key = { 'idempotency-key': `key ${name}`.replaceAll(' ', '-') };
    const first = storeOf(await api.addStore({ name }, key));
    const body = `{"country":"US", "name":"${name}","email":"seller@example.com","website":"base"}`;
    const second = await api.call('POST', '/v1/stores', body, key);
    expect(second.status).toBe(201);
    expect(storeOf(second).id).toBe(first.id);
    expect(pageOf(await api.get(`/v1/stores?q=${encodeURIComponent(name)}`)).items).toHaveLength(1);
  });

  it('creates one store when the same request is sent ten times at once', async () => {
    const name = uniqueName();
    const key = { 'idempotency-key': `at-once-${name.replaceAll(' ', '-')}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.addStore({ name }, key)));
    expect(new Set(answers.map((answer) => storeOf(answer).id)).size).toBe(1);
  });

  it('refuses the same Idempotency-Key with another body', async () => {
    const key = { 'idempotency-key': `other-${uniqueName().replaceAll(' ', '-')}` };
    storeOf(await api.addStore({}, key));
    const answer = await api.addStore({}, key);
    expect(answer.status).toBe(422);
    expect(problemOf(answer).code).toBe('idempotency_key_reused');
  });

  it('refuses the name of another store in any case', async () => {
    const name = uniqueName();
    storeOf(await api.addStore({ name }));
    const answer = await api.addStore({ name: name.toUpperCase() });
    expect(answer.status).toBe(409);
    expect(problemOf(answer)).toMatchObject({ code: 'store_name_taken' });
  });

  it('gives a name to one of two stores that request it at once', async () => {
    const name = uniqueName();
    const statuses = (await Promise.all([api.addStore({ name }), api.addStore({ name })])).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
  });

  it('names every invalid field at once', async () => {
    const answer = await api.call('POST', '/v1/stores', {
      email: 'no',
      name: ' ',
      country: 'FR',
      productIdType: 'asin',
      extra: 1,
    });
    expect(answer.status).toBe(422);
    const { code, errors } = problemOf(answer);
    expect(code).toBe('invalid_body');
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/attributeCode',
      '/country',
      '/email',
      '/extra',
      '/name',
      '/website',
    ]);
    expect(errors.find(({ pointer }) => pointer === '/country')?.detail).toContain('US, CA, MX, GB');
  });

  it('names fields that Commerce does not know together with other errors', async () => {
    const answer = await api.addStore({
      website: 'nowhere',
      attributeCode: 'no_such',
      productIdType: 'x',
      email: 'no',
    });
    expect(answer.status).toBe(422);
    const pointers = problemOf(answer).errors?.map(({ pointer }) => pointer) ?? [];
    expect(pointers.toSorted()).toEqual(['/attributeCode', '/email', '/productIdType', '/website']);
  });

  it.each([
    [{ website: 'nowhere' }, '/website'],
    [{ productIdType: 'ean', attributeCode: 'no_such_attribute' }, '/attributeCode'],
    [{ productIdType: 'ean' }, '/attributeCode'],
    [{ attributeCode: 'sku' }, '/productIdType'],
    [{ sellerId: 'A1' }, '/sellerId'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: 'a\u0000b' }, '/name'],
    [{ name: '\u200b' }, '/name'],
    [{ name: 'half \ud800 a character' }, '/name'],
    [{ email: 'a@b@c.example' }, '/email'],
    [{ country: ['US'] }, '/country'],
  ])('refuses %j and points at %s', async (fields, pointer) => {
    const answer = await api.addStore(fields);
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.map((error) => error.pointer)).toEqual([pointer]);
  });
});

describe('listing and retrieving stores', () => {
  it('pages through all of them without gaps or repetitions', async () => {
    const mark = uniqueName();
    for (const index of [1, 2, 3, 4, 5])
      storeOf(await api.addStore({ name: `${mark} ${index}`, country: index > 3 ? 'CA' : 'US' }));
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const query: string = `q=${encodeURIComponent(mark)}&sort=name&limit=2${cursor && `&cursor=${cursor}`}`;
      const { items, nextCursor } = pageOf(await api.get(`/v1/stores?${query}`));
      seen.push(...items.map(({ name }) => name));
      cursor = nextCursor;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5].map((index) => `${mark} ${index}`));
    const canadian = pageOf(
      await api.get(`/v1/stores?q=${encodeURIComponent(mark)}&country=CA&status=awaiting_authorization,active`),
    );
    expect(canadian.items).toHaveLength(2);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['status=happy', 'status'],
    ['country=US,FR', 'country'],
    ['renewsBefore=tomorrow', 'renewsBefore'],
    ['renewsBefore=2027-02-30', 'renewsBefore'],
    ['renewsBefore=0000-01-01', 'renewsBefore'],
    ['sort=email', 'sort'],
    ['cursor=%00', 'cursor'],
    ['cursor=abc', 'cursor'],
    ['q=a%00b', 'q'],
    ['q=a&q=b', 'q'],
  ])('refuses ?%s and names the parameter', async (query, parameter) => {
    const answer = await api.get(`/v1/stores?${query}`);
    expect(answer.status).toBe(400);
    expect(problemOf(answer)).toMatchObject({ code: 'invalid_query', errors: [{ pointer: `/${parameter}` }] });
  });

  it.each(['no-uuid', '00000000-0000-4000-8000-000000000000', '%00', "'; drop table stores; --"])(
    'is 404 for %j',
    async (id) => {
      const answer = await api.get(`/v1/stores/${encodeURIComponent(id)}`);
      expect(answer.status).toBe(404);
      expect(problemOf(answer).code).toBe('store_not_found');
    },
  );

  it('finds a store by its id in upper case', async () => {
    const { id, workflowId } = storeOf(await api.addStore());
    expect(storeOf(await api.get(`/v1/stores/${id.toUpperCase()}`)).workflowId).toBe(workflowId);
  });
});

describe('counting stores', () => {
  const count = async (query: string) => Object((await api.get(`/v1/stores/counts${query}`)).body);

  it('counts all stores or the matching ones by status, beyond one page', async () => {
    const before = await count('');
    const website = 'wholesale';
    const { id } = storeOf(await api.addStore({ website }));
    for (const country of ['US', 'GB']) storeOf(await api.addStore({ website, country }));
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    const waiting = before.byStatus.awaiting_authorization;
    expect(await count('')).toMatchObject({
      total: before.total + 2,
      byStatus: { awaiting_authorization: waiting + 2, active: before.byStatus.active },
    });
    expect(await count(`?website=${website}&country=GB`)).toEqual({
      total: 1,
      byStatus: expect.objectContaining({ awaiting_authorization: 1, deleted: 0, creating: 0 }),
    });
    expect(await count('?q=no-such-name')).toMatchObject({ total: 0 });
    expect(problemOf(await api.get('/v1/stores/counts?country=FR')).code).toBe('invalid_query');
  });
});

describe('changing a store', () => {
  it('changes name, e-mail and mapping, and removes the mapping with null', async () => {
    const { id } = storeOf(await api.addStore());
    const name = uniqueName();
    const change = { name, email: 'other@example.com', productIdType: 'upc', attributeCode: 'upc' };
    const mapped = storeOf(await api.call('PATCH', `/v1/stores/${id}`, change));
    expect(mapped).toMatchObject(change);
    const cleared = storeOf(await api.call('PATCH', `/v1/stores/${id}`, { productIdType: null, attributeCode: null }));
    expect(cleared).not.toHaveProperty('productIdType');
    expect(cleared).not.toHaveProperty('attributeCode');
    expect(cleared.name).toBe(name);
  });

  it('names the read-only fields and the editable ones', async () => {
    const { id } = storeOf(await api.addStore());
    const { errors } = problemOf(await api.call('PATCH', `/v1/stores/${id}`, { website: 'uk', status: 'active' }));
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/website', '/status']);
    expect(errors?.[0]?.detail).toContain('name, email, secondEmail, productIdType, attributeCode');
  });

  it("refuses another store's name", async () => {
    const { name } = storeOf(await api.addStore());
    const { id } = storeOf(await api.addStore());
    const answer = await api.call('PATCH', `/v1/stores/${id}`, { name: name.toLowerCase() });
    expect(answer.status).toBe(409);
    expect(problemOf(answer).code).toBe('store_name_taken');
  });
});

describe('deleting a store', () => {
  it('answers 200 with the deleted store, also when repeated, and frees the name', async () => {
    const { id, name } = storeOf(await api.addStore());
    const first = await api.call('DELETE', `/v1/stores/${id}`);
    expect(first.status).toBe(200);
    expect(storeOf(first)).toMatchObject({ status: 'deleted', email: '' });
    expect((await api.call('DELETE', `/v1/stores/${id}`)).status).toBe(200);
    expect((await api.addStore({ name })).status).toBe(201);
    expect(pageOf(await api.get('/v1/stores?limit=200')).items.map((store) => store.id)).not.toContain(id);
    expect(pageOf(await api.get('/v1/stores?limit=200&status=deleted')).items.map((store) => store.id)).toContain(id);
  });

  it.each(['connect-links', 'check', 'disconnect', 'activate', 'deactivate'])(
    'makes the store read-only: %s is 409',
    async (what) => {
      const { id } = storeOf(await api.addStore());
      await api.call('DELETE', `/v1/stores/${id}`);
      await eventually(async () => expect(storeOf(await api.get(`/v1/stores/${id}`)).status).toBe('deleted'));
      const answer = await api.call('POST', `/v1/stores/${id}/${what}`);
      expect(answer.status).toBe(409);
      expect(problemOf(answer).code).toBe('store_deleted');
    },
  );
});

describe('a store that was never connected', () => {
  it('cannot be activated or checked, and the problem says what to do', async () => {
    const { id } = storeOf(await api.addStore());
    const activate = problemOf(await api.call('POST', `/v1/stores/${id}/activate`));
    expect(activate).toMatchObject({ status: 409, code: 'setup_not_finished' });
    expect(activate.detail).toContain('connect-links');
    expect(problemOf(await api.call('POST', `/v1/stores/${id}/check`)).code).toBe('store_not_connected');
    expect((await api.call('POST', `/v1/stores/${id}/deactivate`)).status).toBe(200);
    expect((await api.call('POST', `/v1/stores/${id}/disconnect`)).status).toBe(200);
  });

  it('has a timeline that starts with its creation', async () => {
    const { id } = storeOf(await api.addStore());
    await api.call('POST', `/v1/stores/${id}/connect-links`);
    const answer = await eventually(() => api.get(`/v1/stores/${id}/timeline?limit=1`));
    expect(answer.body).toMatchObject({ items: [{ what: 'connect_link_created' }] });
    const { nextCursor } = Object(answer.body);
    const rest = await api.get(`/v1/stores/${id}/timeline?limit=1&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ what: 'created', status: 'awaiting_authorization' }] });
    expect(Object(rest.body)).not.toHaveProperty('nextCursor');
  });
});
