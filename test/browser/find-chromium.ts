import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine: `CHROMIUM_PATH`, else the first one on the PATH. */
export function findChromium({ CHROMIUM_PATH, PATH = '' }: NodeJS.ProcessEnv): string {
  const onPath = PATH.split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  const executable = (CHROMIUM_PATH ? [CHROMIUM_PATH] : onPath).find(isExecutable);
  if (executable !== undefined) return executable;
  throw new Error(
    'The browser tests need Chromium: install it (on Debian: apt-get install -y chromium), or name it in CHROMIUM_PATH.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
