import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemKinds } from '../../api/contract/problem-kinds.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly responses: Record<string, unknown>;
}

async function operations(): Promise<{ path: string; method: string; operation: Operation }[]> {
  const document = Object((await api.get('/openapi.json')).body);
  return Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, with a name and a description for every call', async () => {
    const { body, text } = await api.get('/openapi.json');
    const document = Object(body);
    expect(document.openapi).toBe('3.1.0');
    const all = await operations();
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
    for (const { operation } of all) expect(operation.summary.length * operation.description.length).toBeGreaterThan(0);
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
  });

  it('describes every call of the contract, and each is mounted', async () => {
    const all = await operations();
    const described = all.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(described).toEqual(
      expect.arrayContaining([
        'GET /healthz',
        'GET /readyz',
        'GET /metrics',
        'POST /v1/stores',
        'GET /v1/stores',
        'GET /v1/stores/counts',
        'GET /v1/stores/{id}',
        'PATCH /v1/stores/{id}',
        'DELETE /v1/stores/{id}',
        'POST /v1/stores/{id}/connect-links',
        'DELETE /v1/stores/{id}/connect-links',
        'GET /connect/{token}',
        'GET /oauth/amazon/callback',
        'POST /v1/stores/{id}/check',
        'POST /v1/stores/{id}/disconnect',
        'POST /v1/stores/{id}/activate',
        'POST /v1/stores/{id}/deactivate',
        'GET /v1/stores/{id}/timeline',
        'GET /v1/events',
        'GET /v1/renewals',
        'GET /v1/renewals.ics',
        'GET /v1/audit',
        'GET /v1/audit.csv',
        'GET /v1/commerce/websites',
        'GET /v1/commerce/attributes',
        'GET /v1/marketplaces',
        'POST /v1/imports',
        'GET /v1/imports',
        'GET /v1/imports/{id}',
        'GET /v1/imports/{id}/rows',
        'POST /v1/campaigns',
        'POST /v1/campaigns/preview',
        'GET /v1/campaigns',
        'GET /v1/campaigns/{id}',
        'GET /v1/campaigns/{id}/authorizations',
        'POST /v1/campaigns/{id}/pause',
        'POST /v1/campaigns/{id}/resume',
        'POST /v1/campaigns/{id}/cancel',
      ]),
    );
    for (const { path, method } of all) {
      const address = `${api.url}${path.replaceAll(/\{\w+\}/g, 'x')}`;
      const options = await fetch(address, { method: 'OPTIONS', headers: { authorization: `Bearer ${adminToken}` } });
      expect(`${path} ${options.headers.get('allow')}`).toContain(method.toUpperCase());
    }
  });

  it('has every status that a problem of a call can have', async () => {
    for (const { path, operation } of await operations()) {
      if (!path.startsWith('/v1/')) continue;
      expect([path, ...Object.keys(operation.responses)]).toEqual(expect.arrayContaining(['401', '429', '503']));
    }
    expect(Object.values(problemKinds).every(({ whatToDo }) => whatToDo.endsWith('.'))).toBe(true);
  });
});

describe('the API reference', () => {
  it('loads everything from our origin, under a policy without inline scripts', async () => {
    const page = await api.get('/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\//);
      expect([address, (await api.get(address)).status]).toEqual([address, 200]);
    }
  });
});
