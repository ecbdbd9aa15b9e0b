import { relative } from 'node:path';
import { z } from 'zod';
import { adminTokenFile } from './secrets.ts';
import type { Ports, StartSettings } from './settings.ts';

export interface Welcome {
  readonly settings: StartSettings;
  readonly ports: Ports;
  readonly env: Readonly<Record<string, string>>;
  readonly adminTokenFromVariable: boolean;
}

/** Every address, a sign-in link and a first command. */
export async function welcomeText({ settings, ports, env, adminTokenFromVariable }: Welcome): Promise<string> {
  const publicUrl = env['PUBLIC_URL'] ?? '';
  const { embedded, dataDir } = settings;
  const tokenPath = relative(process.cwd(), adminTokenFile(dataDir));
  const rows: [string, string | undefined][] = [
    ['Sign in', await signInLink(publicUrl, ports.PORT, env['ADMIN_TOKEN'] ?? '')],
    ['API and console', publicUrl],
    ['API page', `${publicUrl}/docs`],
    ['Temporal UI', env['TEMPORAL_UI_URL']],
    ['Mail inbox', embedded.mailbox ? `http://localhost:${ports.MAIL_UI_PORT}` : undefined],
    ['Simulators', embedded.simulators ? `http://localhost:${ports.SIMULATOR_PORT} (Amazon and Commerce)` : undefined],
    ['Admin token', adminTokenFromVariable ? 'from ADMIN_TOKEN' : `in ${tokenPath}`],
    ['State and logs', relative(process.cwd(), dataDir) || dataDir],
    ['A year lasts', env['YEAR_LENGTH']],
  ];
  const lines = rows.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label.padEnd(16)} ${value}`]));
  const token = adminTokenFromVariable ? '$ADMIN_TOKEN' : `$(cat ${tokenPath})`;
  return [
    '',
    'Perennial is ready.',
    '',
    ...lines,
    '',
    'Try next, in another terminal:',
    '',
    `  curl -s -X POST ${publicUrl}/v1/stores \\`,
    `    -H "Authorization: Bearer ${token}" -H 'Content-Type: application/json' -H 'Idempotency-Key: first-store' \\`,
    `    -d '{"website":"base","email":"seller@example.com","name":"Amazon Store USA","country":"US"}'`,
    '',
    'Ctrl-C stops everything this command started.',
    '',
  ].join('\n');
}

/** A link that signs a browser in; the sign-in page when no link can be created. */
async function signInLink(publicUrl: string, port: number, adminToken: string): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/v1/sign-in-links`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}` },
      signal: AbortSignal.timeout(5000),
    });
    return z.object({ url: z.url() }).parse(await response.json()).url;
  } catch {
    return `${publicUrl}/sign-in`;
  }
}
