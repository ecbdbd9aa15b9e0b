import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocatePorts } from '../../dev/ports.ts';
import { Supervisor } from '../../dev/process/supervisor.ts';
import { prepareTemporal } from '../../dev/temporal/prepare-temporal.ts';

/** A dev server of one test file, with settings such as `limit.historyCount.error=300`. */
export async function startTemporalServer(
  settings: readonly string[],
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const { port = 0 } = await allocatePorts([{ variable: 'port', port: 0, use: 'Temporal' }]);
  const { service, address } = await prepareTemporal({
    dataDir: '.perennial',
    print: () => undefined,
    port,
    namespace: 'default',
  });
  const args = [...service.command.args, ...settings.flatMap((setting) => ['--dynamic-config-value', setting])];
  const logDir = mkdtempSync(join(tmpdir(), 'temporal-server-'));
  const supervisor = new Supervisor({ logDir, print: () => undefined });
  await supervisor.start({ ...service, command: { ...service.command, args } });
  return {
    address,
    async stop() {
      await supervisor.stop('temporal');
      rmSync(logDir, { recursive: true, force: true });
    },
  };
}
