import { createHmac, hkdfSync } from 'node:crypto';

/** Secrets that sign what browsers keep for us. */
export interface SigningSecrets {
  /** Encrypts what a browser keeps while its person signs in at the identity provider: 32 bytes in base64url. */
  readonly oidc: string;
  readonly browser: string;
  readonly outcome: string;
  /** Changes with ADMIN_TOKEN: sessions, sign-in links and calendar links made with it end with it. */
  readonly adminFingerprint: string;
}

/** `key`: the installation's signing key. It outlives encryption keys, so that a rotation ends no session. */
export function deriveSigningSecrets(key: Uint8Array, adminToken: string): SigningSecrets {
  return {
    oidc: derive(key, 'oidc'),
    browser: derive(key, 'browser'),
    outcome: derive(key, 'outcome'),
    adminFingerprint: createHmac('sha256', derive(key, 'admin')).update(adminToken).digest('base64url'),
  };
}

function derive(key: Uint8Array, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', `perennial/${purpose}`, 32)).toString('base64url');
}
