import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWorker } from '../../adapters/temporal/connect-worker.ts';
import { ApiGateway } from '../../adapters/temporal/api-gateway.ts';
import { isServing } from '../../adapters/temporal/health-checks.ts';
import { readConfig } from '../../config.ts';
import { readStartSettings } from '../../dev/settings.ts';
import { temporalAddress, uniqueTaskQueue } from '../setup/temporal.ts';
import { startMutualTlsProxy, type TlsProxy, tlsFiles } from '../setup/tls-proxy.ts';
import { completeEnv, errorsOf } from './complete-env.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'temporal-config-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const clientCertificate = {
  TEMPORAL_TLS_CLIENT_CERT_PATH: tlsFiles.certificate,
  TEMPORAL_TLS_CLIENT_KEY_PATH: tlsFiles.key,
};
const settings = (env: Record<string, string>) => readConfig({ ...completeEnv, ...env }).temporal;

describe('a Temporal that requires client certificates', () => {
  let proxy: TlsProxy;
  beforeAll(async () => {
    proxy = await startMutualTlsProxy(temporalAddress());
  });
  afterAll(() => proxy.close());

  it('is reached by worker and API with the certificates that the variables name', async () => {
    const temporal = settings({
      ...clientCertificate,
      TEMPORAL_ADDRESS: `127.0.0.1:${proxy.port}`,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: tlsFiles.authority,
      TEMPORAL_TLS_SERVER_NAME: 'localhost',
    });
    const stopping = new AbortController();
    const connection = await connectWorker(temporal, () => stopping.abort(), stopping.signal);
    expect(connection && (await isServing(connection))).toBe(true);
    await connection?.close();
    const gateway = new ApiGateway(temporal, uniqueTaskQueue());
    expect((await gateway.health()).temporal.ok).toBe(true);
    await gateway.close();
  });

  it('refuses both without them', async () => {
    const temporal = settings({
      TEMPORAL_ADDRESS: `127.0.0.1:${proxy.port}`,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: tlsFiles.authority,
      TEMPORAL_TLS_SERVER_NAME: 'localhost',
    });
    const stopping = new AbortController();
    expect(await connectWorker(temporal, () => stopping.abort(), stopping.signal)).toBeUndefined();
    const gateway = new ApiGateway(temporal, uniqueTaskQueue());
    expect((await gateway.health()).temporal.ok).toBe(false);
    await gateway.close();
  });
});

describe('the configuration of Temporal', () => {
  it('has TLS with an API key or a certificate, unless TEMPORAL_TLS is false', () => {
    expect(settings({}).tls).toBe(false);
    expect(settings({ TEMPORAL_API_KEY: 'k' })).toMatchObject({ apiKey: 'k', tls: true });
    expect(settings({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' }).tls).toBe(false);
    expect(settings({ TEMPORAL_TLS_SERVER_NAME: 'temporal.internal' }).tls).toMatchObject({
      serverNameOverride: 'temporal.internal',
    });
  });

  it('sends the headers of TEMPORAL_GRPC_META_…', () => {
    expect(settings({ TEMPORAL_GRPC_META_X_ORG_ID: '7' }).metadata).toEqual({ 'x-org-id': '7' });
  });

  it('is read from a file only where one is named; variables come first', () => {
    const path = file(
      'temporal.toml',
      '[profile.default]\naddress = "file:7233"\n[profile.cloud]\naddress = "cloud:7233"\nnamespace = "ns"\napi_key = "k"\n',
    );
    const home = mkdtempSync(join(dir, 'home-'));
    expect(settings({ HOME: home }).address).toBe('localhost:7233');
    const fromFile = { ...completeEnv, TEMPORAL_ADDRESS: undefined, TEMPORAL_CONFIG_FILE: path };
    expect(readConfig(fromFile).temporal).toMatchObject({ address: 'file:7233', namespace: 'default' });
    const cloud = { ...fromFile, TEMPORAL_PROFILE: 'cloud', TEMPORAL_NAMESPACE: 'other' };
    expect(readConfig(cloud).temporal).toMatchObject({ address: 'cloud:7233', namespace: 'other', tls: true });
  });

  it('names the deployment of a pinned worker, "perennial" by default', () => {
    const TEMPORAL_WORKER_BUILD_ID = 'b1';
    expect(readConfig({ ...completeEnv, TEMPORAL_WORKER_BUILD_ID }).workerDeploymentName).toBe('perennial');
    const named = { ...completeEnv, TEMPORAL_WORKER_BUILD_ID, TEMPORAL_DEPLOYMENT_NAME: 'blue' };
    expect(readConfig(named).workerDeploymentName).toBe('blue');
  });
});

describe('a variable of Temporal that cannot be honoured', () => {
  it('is an error with its name, and all errors are reported at once', () => {
    const errors = errorsOf({
      ...completeEnv,
      TEMPORAL_TLS_CLIENT_CERT_PATH: '/nope',
      TEMPORAL_DEPLOYMENT_NAME: 'x',
      TEMPORAL_TLS_CERT: '/old/name.pem',
      TEMPORAL_CODEC_ENDPOINT: 'https://codec.example.com',
      TEMPORAL_PROFILE: 'missing',
    });
    expect(errors).toEqual([
      'TEMPORAL_TLS_CLIENT_CERT_PATH was read as "/nope"; accepted is the path of a readable PEM file with the client certificate.',
      'TEMPORAL_TLS_CERT is set, and no such variable exists; docs/configuration.md lists those of Temporal.',
      "TEMPORAL_CODEC_ENDPOINT is set, and Temporal's TypeScript SDK does not support it; accepted is nothing.",
      'TEMPORAL_DEPLOYMENT_NAME was read as "x"; it needs TEMPORAL_WORKER_BUILD_ID, a build id.',
    ]);
  });

  it.each([
    [{ TEMPORAL_TLS: 'yes' }, /^TEMPORAL_TLS was read as "yes"/],
    [{ TEMPORAL_TLS_CLIENT_CERT_PATH: tlsFiles.certificate }, /^TEMPORAL_TLS_CLIENT_KEY_PATH and .+ are missing/],
    [{ TEMPORAL_TLS_CLIENT_KEY_PATH: tlsFiles.key }, /^TEMPORAL_TLS_CLIENT_CERT_PATH and .+ are missing/],
    [{ ...clientCertificate, TEMPORAL_TLS_CLIENT_CERT_PATH: tlsFiles.authority }, /does not belong to the client/],
    [{ ...clientCertificate, TEMPORAL_TLS: 'false' }, /^TEMPORAL_TLS was read as "false"; with certificates/],
    [
      { ...clientCertificate, TEMPORAL_TLS_CLIENT_KEY_DATA: '-----BEGIN PRIVATE KEY-----' },
      /^TEMPORAL_TLS_CLIENT_KEY_PATH was read as ".+", and TEMPORAL_TLS_CLIENT_KEY_DATA is set as well/,
    ],
    [{ TEMPORAL_CONFIG_FILE: '/nope.toml' }, /^TEMPORAL_CONFIG_FILE was read as "\/nope.toml"; accepted is/],
    [{ TEMPORAL_PROFILE: 'x', HOME: '/nope' }, /^TEMPORAL_PROFILE was read as "x", which cannot be used: Profile 'x'/],
    [{ TEMPORAL_DEPLOYMENT_NAME: 'a.b', TEMPORAL_WORKER_BUILD_ID: 'b' }, /^TEMPORAL_DEPLOYMENT_NAME was read as "a.b"/],
  ])('%j', (env, sentence) => {
    const errors = errorsOf({ ...completeEnv, ...env });
    expect(errors).toEqual([expect.stringMatching(sentence)]);
  });

  it('shows no secret of a file that cannot be parsed', () => {
    const path = file('broken.toml', '[profile.default]\naddress = "file:7233"\napi_key = "hunter2\n');
    const errors = errorsOf({ ...completeEnv, TEMPORAL_CONFIG_FILE: path });
    expect(errors).toEqual([expect.stringContaining(`TEMPORAL_CONFIG_FILE was read as "${path}"`)]);
    expect(errors.join('')).not.toContain('hunter2');
    const unknown = file('unknown.toml', '[profile.default]\naddres = "file:7233"\n');
    expect(errorsOf({ ...completeEnv, TEMPORAL_CONFIG_FILE: unknown })).toEqual([expect.stringContaining('addres')]);
  });

  it('does not include those that Kubernetes sets for a service', () => {
    const links = { TEMPORAL_FRONTEND_SERVICE_HOST: '10.0.0.1', TEMPORAL_FRONTEND_PORT_7233_TCP_ADDR: '10.0.0.1' };
    expect(errorsOf({ ...completeEnv, ...links })).toEqual([]);
  });

  it('of `npm start` includes a key or a certificate for no server of its own', () => {
    const start = () => readStartSettings({ TEMPORAL_API_KEY: 'hunter2', TEMPORAL_TLS: 'true' });
    expect(start).toThrow(/TEMPORAL_API_KEY is set; it needs TEMPORAL_ADDRESS[^]+TEMPORAL_TLS is set/);
    expect(start).not.toThrow(/hunter2/);
    const elsewhere = readStartSettings({ TEMPORAL_CONFIG_FILE: file('a.toml', '[profile.default]\naddress = "a:1"') });
    expect(elsewhere.embedded.temporal).toBe(false);
  });
});
