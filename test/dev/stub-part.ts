import { existsSync } from 'node:fs';
import type { Part } from '../../dev/part.ts';

/** A part whose program is a line of JavaScript; it is ready when `readyFile` exists, or at once. */
export function stubPart(name: string, script: string, readyFile?: string): Part {
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
