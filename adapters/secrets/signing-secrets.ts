import { createHmac, hkdfSync } from 'node:crypto';

/** Secrets that sign what browsers keep for us. */
export interface SigningSecrets {
  readonly session: string;
  readonly browser: string;
  readonly outcome: string;
  /** Changes with ADMIN_TOKEN: sessions, sign-in links and calendar links made with it end with it. */
  readonly adminFingerprint: string;
}

/** `key`: the installation's signing key. It outlives encryption keys, so that a rotation ends no session. */
export function deriveSigningSecrets(key: Uint8Array, adminToken: string): SigningSecrets {
  return {
    session: derive(key, 'session'),
    browser: derive(key, 'browser'),
    outcome: derive(key, 'outcome'),
    adminFingerprint: createHmac('sha256', derive(key, 'admin')).update(adminToken).digest('base64url'),
  };
}

function derive(key: Uint8Array, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', `perennial/${purpose}`, 32)).toString('base64url');
}
