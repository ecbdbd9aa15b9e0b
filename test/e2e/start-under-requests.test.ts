import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spawnTied, type TiedProcess } from '../../dev/process/spawn-tied.ts';
import { allocatePorts } from '../../dev/ports.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { type Stack, startStack } from './stack.ts';

const starts = 6;
const portVariables = [
  ...['PORT', 'SIMULATOR_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'],
  ...['MAIL_SMTP_PORT', 'MAIL_UI_PORT'],
];

/** Sends a request to each port fifty times a second, and hangs up after a second; prints the connections per port at its end. */
const clientScript = `
  const { connect } = require('node:net');
  const accepted = Object.fromEntries(process.argv.slice(1).map((port) => [port, 0]));
  setInterval(() => {
    for (const port of Object.keys(accepted)) {
      const socket = connect({ port, host: '127.0.0.1' }, () => {
        accepted[port] += 1;
        socket.write('GET / HTTP/1.1\\r\\nHost: localhost:' + port + '\\r\\n\\r\\n');
      });
      socket.on('error', () => {}).resume();
      setTimeout(() => socket.destroy(), 1000);
    }
  }, 20);
  process.once('SIGTERM', () => process.stdout.write(JSON.stringify(accepted), () => process.exit(0)));`;

describe('npm start while clients call each of its ports', { timeout: limitMs(300_000) }, () => {
  let ports: Record<string, string>;
  let client: TiedProcess;
  let report = '';
  let stack: Stack | undefined;

  beforeAll(async () => {
    const allocated = await allocatePorts(portVariables.map((variable) => ({ variable, port: 0, use: variable })));
    ports = Object.fromEntries(portVariables.map((variable) => [variable, String(allocated[variable])]));
    const args = ['-e', clientScript, ...Object.values(ports)];
    client = spawnTied({ file: process.execPath, args, env: {} }, 'SIGKILL');
    client.stdout.on('data', (chunk) => (report += String(chunk)));
  });

  afterAll(async () => {
    client.kill('SIGKILL');
    await stack?.stop();
  });

  it(`comes up ${starts} times out of ${starts}`, async () => {
    stack = await startStack('365d', { ...ports, RATE_LIMIT_PER_MINUTE: '1200' });
    // Killed, because that takes less time than Ctrl-C, which follows after the last start.
    for (let start = 2; start <= starts; start += 1) {
      await stack.killAll();
      await stack.restart();
    }
    expect(stack.output().match(/Perennial is ready/g)).toHaveLength(starts);
    expect(stack.output()).not.toContain('starting it again');
    await stack.stop();
    stack = undefined;
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.kill('SIGTERM');
    await closed;
    const accepted = z.record(z.string(), z.number()).parse(JSON.parse(report));
    for (const port of Object.values(ports)) expect(accepted[port]).toBeGreaterThan(starts * 10);
  });
});
