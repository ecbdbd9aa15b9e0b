import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limitMs } from '../setup/scaled-time.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ link: z.boolean().optional(), integrity: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));
const packages = Object.entries(lock.packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

describe('the lockfile', () => {
  it('has the SHA-512 of every package', () => {
    expect(packages.length).toBeGreaterThan(400);
    expect(packages.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
  });

  it('names no registry', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('is the only way to install: no command of the bootstrap installs anything else', () => {
    expect(read('dev/bootstrap/install.mjs')).toContain("npm(['ci'");
    expect(read('dev/bootstrap/install.mjs')).not.toMatch(/'(install|i|add|update)'/);
  });

  it('is installed without running a script of a package', () => {
    expect(read('dev/bootstrap/install.mjs')).toContain("'--ignore-scripts'");
  });
});

describe('the dependencies', () => {
  it('have allowed licences only, and `npm run licences` lists them', async () => {
    const { code, output } = await run('licences');
    expect(output).toMatch(/^MIT +express@\d/m);
    expect(code).toBe(0);
  });

  it('make no SDK of a cloud part of the product', async () => {
    expect((await run('licences')).output).not.toMatch(/@azure|@aws-sdk|aio-lib/);
  });

  it('are a CycloneDX document by `npm run sbom`', { timeout: limitMs(60_000) }, async () => {
    const { output } = await run('sbom');
    const { bomFormat, components } = z
      .object({ bomFormat: z.string(), components: z.array(z.object({ name: z.string(), version: z.string() })) })
      .parse(JSON.parse(output));
    expect(bomFormat).toBe('CycloneDX');
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['express', 'react']));
  });
});

describe('npm run advisories', { timeout: limitMs(60_000) }, () => {
  it('fails for a vulnerability of production, and names the package', async () => {
    const { code, output } = await withRegistry(200);
    expect(output).toContain('express has a critical vulnerability');
    expect(code).toBe(1);
  });

  it('fails nothing when the registry does not answer', async () => {
    for (const { code, output } of [await withRegistry(404), await run('advisories', 'http://127.0.0.1:1/')]) {
      expect(output).toContain('Not checked');
      expect(code).toBe(0);
    }
  });
});

/** Runs the command against a registry that answers npm's request for advisories with this status. */
async function withRegistry(status: number): Promise<{ code: unknown; output: string }> {
  const advisory = { id: 1, url: 'https://advisories.example', title: 'Bad', severity: 'critical' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isAdvisories = request.url?.endsWith('/advisories/bulk') ?? false;
      if (isAdvisories) expect(String(gunzipSync(Buffer.concat(chunks)))).toContain('express');
      response.writeHead(isAdvisories ? status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ express: [{ ...advisory, vulnerable_versions: '*', cwe: [], cvss: {} }] }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  try {
    return await run('advisories', `http://127.0.0.1:${address.port}/`);
  } finally {
    server.close();
  }
}

async function run(script: string, registry?: string): Promise<{ code: unknown; output: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...(registry !== undefined && { npm_config_registry: registry }) };
  const child = spawn('npm', ['run', '--silent', script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  return { code, output: (await output).join('') };
}
