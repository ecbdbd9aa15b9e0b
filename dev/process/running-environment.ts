import { existsSync } from 'node:fs';
import { loadSecrets, secretsFile } from '../secrets.ts';
import { completeEnv, readStartSettings } from '../settings.ts';
import { registeredPort } from './process-registry.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** For commands beside `npm start`: `env` where it names a database, else completed as the running start of DATA_DIR is. */
export function runningEnvironment(env: Environment): Environment {
  const { dataDir, ports, env: settings } = readStartSettings(env);
  if (settings['DATABASE_URL'] || !existsSync(secretsFile(dataDir))) return env;
  const portOf = (service: string, otherwise: number) => registeredPort(dataDir, service) ?? otherwise;
  return completeEnv(settings, loadSecrets(dataDir), {
    ...ports,
    POSTGRES_PORT: portOf('postgres', ports.POSTGRES_PORT),
    TEMPORAL_PORT: portOf('temporal', ports.TEMPORAL_PORT),
    SIMULATOR_PORT: portOf('simulators', ports.SIMULATOR_PORT),
  });
}
