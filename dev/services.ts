import { fileURLToPath } from 'node:url';
import { createConsoleFilter } from './process/console-filter.ts';
import { environmentOf } from './process-environments.ts';
import type { Service } from './process/service.ts';
import { simulatorEnv } from './settings.ts';
import type { Ports } from './settings.ts';

/** The services that are programs of this project, by their names in `run.json`. */
export function createServices(
  env: Record<string, string>,
  ports: Ports,
): Record<'simulators' | 'mailbox' | 'worker' | 'api', Service> {
  return {
    simulators: {
      ...nodeService('simulators', '../simulators/server.js', environmentOf('simulators', simulatorEnv(env))),
      port: ports.SIMULATOR_PORT,
      isReady: () => respondsAt(`http://127.0.0.1:${ports.SIMULATOR_PORT}/`),
    },
    mailbox: {
      ...nodeService('mailbox', './mail/mailbox.js', environmentOf('mailbox', env)),
      port: ports.MAIL_UI_PORT,
      isReady: () => respondsAt(`http://127.0.0.1:${ports.MAIL_UI_PORT}/api/messages`),
    },
    worker: {
      ...nodeService('worker', '../worker.js', environmentOf('worker', env)),
      // The worker has no port; the API's /readyz reports whether it polls.
      isReady: async () => true,
      stopWithinMs: 25_000,
    },
    api: {
      ...nodeService('api', '../api/server.js', environmentOf('api', env)),
      port: ports.PORT,
      isReady: () => respondsAt(`http://127.0.0.1:${ports.PORT}/healthz`),
    },
  };
}

function nodeService(name: string, script: string, env: Record<string, string>): Omit<Service, 'isReady'> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return {
    name,
    command: { file: process.execPath, args: ['--enable-source-maps', path], env },
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    deathSignal: 'SIGKILL',
    filterForConsole: createConsoleFilter(),
  };
}

async function respondsAt(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return true;
}
