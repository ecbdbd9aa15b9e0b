import { describe, expect, it } from 'vitest';
import { readApiConfig, readConfig, readWorkerConfig } from '../../config.ts';
import { environmentOf } from '../../dev/process-environments.ts';
import { readEnvironment } from '../../simulators/environment.ts';
import { completeEnv } from '../config/complete-env.ts';

const env = {
  ...completeEnv,
  PATH: '/bin',
  https_proxy: 'http://proxy.example:3128',
  METRICS_TOKEN: 'a-metrics-token-of-some-length',
  TEMPORAL_GRPC_META_TENANT: 'blue',
  RATE_LIMIT_PER_MINUTE: '7',
  WORKER_HEALTH_PORT: '9464',
  SIMULATOR_PORT: '3100',
  MAIL_UI_PORT: '3126',
  PIP_INDEX_URL: 'https://packages.example',
  PGPASSWORD: 'hunter2',
};
const all = readConfig(env);

describe('the environment of a process', () => {
  it('is enough for the API', () => {
    const config = readApiConfig(environmentOf('api', env));
    expect(all).toMatchObject({ ...config });
    expect(config).toMatchObject({ rateLimitPerMinute: 7, metricsToken: env.METRICS_TOKEN });
  });

  it('is enough for the worker, which needs no admin token', () => {
    const config = readWorkerConfig(environmentOf('worker', env));
    expect(all).toMatchObject({ ...config });
    expect(config).toMatchObject({ workerHealthPort: 9464, temporal: { metadata: { tenant: 'blue' } } });
  });

  it('is enough for the simulators', () => {
    expect(readEnvironment(environmentOf('simulators', env))).toMatchObject({ options: { port: 3100 } });
  });

  it('has nothing of another process', () => {
    const held = (process: Parameters<typeof environmentOf>[0]) => Object.keys(environmentOf(process, env));
    expect(held('worker')).not.toEqual(expect.arrayContaining(['ADMIN_TOKEN']));
    expect(held('api')).not.toEqual(expect.arrayContaining(['SMTP_URL']));
    expect(held('simulators').filter((name) => /DATABASE|ENCRYPTION|TOKEN$|SMTP/.test(name))).toEqual([
      'COMMERCE_ACCESS_TOKEN',
    ]);
    expect(held('mailbox')).toEqual(['PATH', 'https_proxy', 'MAIL_UI_PORT']);
    expect(held('migration')).toEqual(['DATABASE_URL', 'PATH', 'https_proxy']);
    expect(held('download')).toEqual(['PATH', 'https_proxy', 'PIP_INDEX_URL']);
    for (const process of ['api', 'worker', 'simulators', 'mailbox', 'migration', 'download'] as const)
      expect(held(process)).not.toContain('PGPASSWORD');
  });
});
