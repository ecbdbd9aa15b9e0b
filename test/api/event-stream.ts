import { type ApiHarness } from './api-harness.ts';
import type { Browser } from './http-client.ts';

export interface OpenStream {
  readonly status: number;
  readonly hasEnded: () => boolean;
  readonly close: () => void;
}

/** Opens `/v1/events` with the cookies of a browser. */
export async function openStream({ url }: Pick<ApiHarness, 'url'>, browser: Browser): Promise<OpenStream> {
  const controller = new AbortController();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${url}/v1/events`, { headers: { cookie }, signal: controller.signal });
  const state = { ended: false };
  void readToEnd(response).finally(() => (state.ended = true));
  return { status: response.status, hasEnded: () => state.ended, close: () => controller.abort() };
}

async function readToEnd({ body }: Response): Promise<void> {
  const reader = body?.getReader();
  try {
    while (reader && !(await reader.read()).done);
  } catch {
    // The connection was closed.
  }
}
