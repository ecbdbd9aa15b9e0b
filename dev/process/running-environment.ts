import { existsSync } from 'node:fs';
import { loadSecrets, secretsFile } from '../secrets.ts';
import { completeEnv, readStartSettings } from '../settings.ts';
import { registeredPort } from './process-registry.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * For commands that run next to the product: `env` where it names a database, else what the running `npm start` of
 * DATA_DIR has. Secrets that are in files have their own names.
 * @throws {Error} when there is neither.
 */
export function runningEnvironment(env: Environment): Environment {
  const { dataDir, ports, env: settings, embedded } = readStartSettings(env);
  if (!embedded.postgres) return settings;
  if (!existsSync(secretsFile(dataDir)))
    throw new Error(
      `${dataDir} has no data of npm start. Set DATA_DIR, or the variables of a worker (DATABASE_URL …).`,
    );
  const portOf = (service: string, otherwise: number) => registeredPort(dataDir, service) ?? otherwise;
  return completeEnv(settings, loadSecrets(dataDir), {
    ...ports,
    POSTGRES_PORT: portOf('postgres', ports.POSTGRES_PORT),
    TEMPORAL_PORT: portOf('temporal', ports.TEMPORAL_PORT),
    SIMULATOR_PORT: portOf('simulators', ports.SIMULATOR_PORT),
  });
}
