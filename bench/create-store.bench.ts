import { test } from 'vitest';
import { startApiHarness } from '../test/api/api-harness.ts';
import { report, timed } from './report.ts';

test('adding a store over HTTP', async () => {
  const api = await startApiHarness();
  try {
    await api.addStore();
    const floor = await timed(() => api.call('GET', '/v1/marketplaces'), 50);
    const added = await timed(() => api.addStore(), 50);
    report('POST /v1/stores until recorded', added, 'GET /v1/marketplaces', floor);
  } finally {
    await api.stop();
  }
});
