import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, pingDatabase } from '../../../adapters/postgres/database.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { addStore, openStoreWorld, type StoreWorld } from './store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the database', () => {
  it('answers a ping', async () => {
    await expect(pingDatabase(world.database)).resolves.toBeUndefined();
  });

  it('fails within seconds when nothing listens', async () => {
    const absent = openDatabase('postgres://nobody:hunter2@127.0.0.1:1/none');
    const begun = Date.now();
    const error = await thrown(pingDatabase(absent));
    expect(error).toBeInstanceOf(Error);
    expect(Date.now() - begun).toBeLessThan(limitMs(4000));
    expect(inspect(error, { depth: 5 })).not.toContain('hunter2');
    await absent.destroy();
  });

  it('fails within seconds when it is silent', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const database = openDatabase(`postgres://nobody@127.0.0.1:${port}/none`);
    const begun = Date.now();
    expect(await thrown(pingDatabase(database))).toBeInstanceOf(Error);
    expect(Date.now() - begun).toBeLessThan(limitMs(5000));
    await database.destroy();
    silent.close();
  });

  it('shows no values in an error', async () => {
    const storeId = await addStore(world, { email: 'someone@example.com' });
    const broken = world.database('stores').where({ id: storeId });
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
