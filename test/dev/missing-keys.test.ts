import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeEnv } from '../config/complete-env.ts';
import { openStoreHarness, type StoreHarness } from '../adapters/postgres/store-harness.ts';
import { sealSome } from '../adapters/postgres/sealed-values/sealed-value-harness.ts';
import { compileProject } from '../setup/compile-project.ts';
import { limitMs } from '../setup/scaled-time.ts';

const newKey = `new:${Buffer.alloc(32, 9).toString('base64')}`;
const nowhere = 'http://127.0.0.1:9';
const amazonUrls = ['LWA_URL', 'SPAPI_URL_NA', 'SPAPI_URL_EU', ...['US', 'CA', 'MX', 'GB'].map(sellerCentral)];

function sellerCentral(country: string): string {
  return `SELLER_CENTRAL_URL_${country}`;
}

describe('a key that is in use and missing', { timeout: limitMs(60_000) }, () => {
  let compiled: string;
  let dataDir: string;
  let harness: StoreHarness;
  beforeAll(async () => {
    compiled = compileProject();
    dataDir = mkdtempSync(join(tmpdir(), 'missing-keys-'));
    harness = await openStoreHarness();
    await sealSome(harness);
  }, limitMs(120_000));
  afterAll(async () => {
    await harness.close();
    rmSync(compiled, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  const oldKey = () => `test:${Buffer.from(harness.keys[0]?.key ?? []).toString('base64')}`;

  /** Runs a program until it exits by itself, or has printed what it is run for. */
  async function run(program: string, encryptionKeys: string, until?: string) {
    const child = spawn(process.execPath, [join(compiled, program)], {
      env: {
        ...completeEnv,
        ...Object.fromEntries(amazonUrls.map((name) => [`AMAZON_${name}`, nowhere])),
        DATABASE_URL: harness.url,
        TEMPORAL_ADDRESS: '127.0.0.1:9',
        DATA_DIR: dataDir,
        ENCRYPTION_KEYS: encryptionKeys,
        PORT: '0',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
        if (until !== undefined && !child.killed && output.includes(until)) child.kill('SIGTERM');
      });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  it.each(['api/server.js', 'worker.js', 'dev/start.js', 'dev/postgres/reseal.js'])(
    'stops %s with the variable, the key, its values and the one thing to do',
    async (program) => {
      const { code, output } = await run(program, newKey);
      expect(output.replaceAll('\\"', '"')).toContain(
        'ENCRYPTION_KEYS lacks a key that seals values in the database: ' +
          '"test" (consents: 2, grants: 1, import_rows: 1, messages: 1, webhooks: 1). ' +
          'Add it to ENCRYPTION_KEYS again, behind the first key, and start again (docs/keys.md).',
      );
      expect(code).toBe(1);
    },
  );

  it.each([
    ['api/server.js', 'API listening'],
    ['worker.js', 'Connecting to Temporal'],
  ])('stops %s no longer when it is back', async (program, sign) => {
    const { code, output } = await run(program, `${newKey},${oldKey()}`, sign);
    expect(output).toContain(sign);
    expect(code).toBe(0);
  });

  it('may leave after npm run reseal, which reports what it did', async () => {
    const { code, output } = await run('dev/postgres/reseal.js', `${newKey},${oldKey()}`);
    expect(output).toContain('consents             2 sealed again\n');
    expect(output).toContain('Every value is sealed with "new". The other keys may leave ENCRYPTION_KEYS.');
    expect(code).toBe(0);
    expect((await run('dev/postgres/reseal.js', newKey)).output).toContain('grants               0 sealed again\n');
  });
});
