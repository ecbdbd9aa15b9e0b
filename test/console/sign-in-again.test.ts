import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const assign = vi.fn<(url: string) => void>();
const fetched = vi.fn<(request: Request) => Promise<Response>>();
let clockMs = 0;
let get: (path: string) => Promise<unknown>;

beforeAll(async () => {
  const origin = 'https://perennial.example.com';
  vi.stubGlobal('location', { origin, pathname: '/stores/1', search: '?tab=2', assign });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  // By address, because the types of a browser are not those of the tests.
  const { api } = await import(new URL('../../console/src/api/client.ts', import.meta.url).href);
  get = (path) => api.GET(path);
});
beforeEach(() => void vi.clearAllMocks());
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const problem = (status: number, code: string) => Response.json({ code, detail: 'What to do.' }, { status });

describe('the console', () => {
  it.each([
    ['unauthorized', 401, '/sign-in?return=%2Fstores%2F1%3Ftab%3D2'],
    ['fresh_sign_in_required', 403, '/sign-in?return=%2Fstores%2F1%3Ftab%3D2&fresh=1'],
  ])('leads to the sign-in page and back after %s', async (code, status, url) => {
    fetched.mockResolvedValue(problem(status, code));
    void get('/v1/access');
    await vi.waitFor(() => expect(assign).toHaveBeenCalledWith(url));
  });

  it('stays where it is after another refusal, and can read it', async () => {
    fetched.mockResolvedValue(problem(403, 'forbidden'));
    expect(await get('/v1/access')).toMatchObject({ error: { code: 'forbidden' } });
    expect(assign).not.toHaveBeenCalled();
  });

  it('marks its requests when it was not used for a minute', async () => {
    fetched.mockImplementation(async () => Response.json({}));
    for (const ms of [60_000, 60_001]) {
      clockMs = ms;
      await get('/v1/access');
    }
    const marks = fetched.mock.calls.map(([request]) => request.headers.get('Perennial-Background'));
    expect(marks).toEqual([null, 'true']);
  });
});
