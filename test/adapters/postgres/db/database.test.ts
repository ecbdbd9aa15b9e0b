import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, pingDatabase } from '../../../../adapters/postgres/db/database.ts';
import { limitMs } from '../../../setup/scaled-time.ts';
import { addStore, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the database', () => {
  it('responds to a ping', async () => {
    await expect(pingDatabase(harness.database)).resolves.toBeUndefined();
  });

  it('fails within seconds when nothing listens', async () => {
    const absent = openDatabase('postgres://someone:hunter2@127.0.0.1:1/none');
    const startedAt = Date.now();
    const error = await thrown(pingDatabase(absent));
    expect(error).toBeInstanceOf(Error);
    expect(Date.now() - startedAt).toBeLessThan(limitMs(4000));
    expect(inspect(error, { depth: 5 })).not.toContain('hunter2');
    await absent.destroy();
  });

  it('fails within seconds when it does not respond', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const database = openDatabase(`postgres://someone@127.0.0.1:${port}/none`);
    const startedAt = Date.now();
    expect(await thrown(pingDatabase(database))).toBeInstanceOf(Error);
    expect(Date.now() - startedAt).toBeLessThan(limitMs(5000));
    await database.destroy();
    silent.close();
  });

  it('includes no values in an error', async () => {
    const storeId = await addStore(harness, { email: 'someone@example.com' });
    const broken = harness.database('stores').where({ id: storeId });
    const errors = await Promise.all([
      thrown(broken.clone().update({ email: 'other@example.com', country: 'XX' })),
      thrown(broken.clone().update({ email: 'other@example.com', attribute_code: 'asin' })),
      thrown(broken.clone().update({ email: 'other@example.com', nothing: 1 })),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('@example.com');
    }
  });
});
