import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spawnTied } from '../../dev/process/spawn-tied.ts';
import type { TiedProcess } from '../../dev/process/spawn-tied.ts';
import { allocatePorts } from '../../dev/ports.ts';
import { type Stack, startStack } from './stack.ts';

const starts = 6;
const portVariables = [
  ...['PORT', 'SIMULATOR_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'],
  ...['MAIL_SMTP_PORT', 'MAIL_UI_PORT'],
];

/** Sends a request to each port fifty times a second, and leaves after a second; says at its end who was let in how often. */
const clients = `
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

describe('npm start while clients call each of its ports', { timeout: 300_000 }, () => {
  let ports: Record<string, string>;
  let calling: TiedProcess;
  let report = '';
  let stack: Stack | undefined;

  beforeAll(async () => {
    const settled = await allocatePorts(portVariables.map((variable) => ({ variable, port: 0, use: variable })));
    ports = Object.fromEntries(portVariables.map((variable) => [variable, String(settled[variable])]));
    const args = ['-e', clients, ...Object.values(ports)];
    calling = spawnTied({ file: process.execPath, args, env: {} }, 'SIGKILL');
    calling.stdout.on('data', (chunk) => (report += String(chunk)));
  });

  afterAll(async () => {
    calling.kill('SIGKILL');
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
    const left = new Promise((resolve) => calling.once('close', resolve));
    calling.kill('SIGTERM');
    await left;
    const accepted = z.record(z.string(), z.number()).parse(JSON.parse(report));
    for (const port of Object.values(ports)) expect(accepted[port]).toBeGreaterThan(starts * 10);
  });
});
