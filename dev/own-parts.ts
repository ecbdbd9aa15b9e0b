import { fileURLToPath } from 'node:url';
import type { Part } from './part.ts';
import { simulatorEnvironment } from './start-settings.ts';
import type { Ports } from './start-settings.ts';
import { createLineFilter } from './worth-showing.ts';

/** The parts that are programs of this project, by the name they have in `run.json`. */
export function ownParts(
  env: Record<string, string>,
  ports: Ports,
): Record<'simulators' | 'mailbox' | 'worker' | 'api', Part> {
  return {
    simulators: {
      ...nodePart('simulators', '../simulators/server.js', simulatorEnvironment(env)),
      port: ports.SIMULATOR_PORT,
      isReady: () => answersAt(`http://127.0.0.1:${ports.SIMULATOR_PORT}/`),
    },
    mailbox: {
      ...nodePart('mailbox', './mailbox.js', env),
      port: ports.MAIL_UI_PORT,
      isReady: () => answersAt(`http://127.0.0.1:${ports.MAIL_UI_PORT}/api/messages`),
    },
    worker: {
      ...nodePart('worker', '../worker.js', env),
      // It listens nowhere: the API's /readyz tells whether a worker polls.
      isReady: async () => true,
      stopWithinMs: 25_000,
    },
    api: {
      ...nodePart('api', '../api/server.js', env),
      port: ports.PORT,
      isReady: () => answersAt(`http://127.0.0.1:${ports.PORT}/healthz`),
    },
  };
}

function nodePart(name: string, script: string, env: Record<string, string>): Omit<Part, 'isReady'> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return {
    name,
    command: { file: process.execPath, args: ['--enable-source-maps', path], env },
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    deathSignal: 'SIGKILL',
    worthShowing: createLineFilter(),
  };
}

async function answersAt(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return true;
}
