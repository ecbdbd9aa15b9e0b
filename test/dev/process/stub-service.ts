import { existsSync } from 'node:fs';
import type { Service } from '../../../dev/process/service.ts';

/** A service that runs a line of JavaScript; it is ready once `readyFile` exists. Default: at once. */
export function stubService(name: string, script: string, readyFile?: string): Service {
  return {
    name,
    command: { file: process.execPath, args: ['-e', script], env: { PATH: process.env['PATH'] ?? '' } },
    isReady: async () => readyFile === undefined || existsSync(readyFile),
    readyWithinMs: 10_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 2000,
    deathSignal: 'SIGKILL',
  };
}
