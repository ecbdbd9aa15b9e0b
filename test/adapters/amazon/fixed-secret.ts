import type { ClientSecrets } from '../../../activities/ports.ts';

/** A client secret that is never rotated. */
export function fixedSecret(secret: string): ClientSecrets {
  return {
    listInForce: async () => [{ id: 'fixed', secret, isVerified: true }],
    markVerified: async () => undefined,
  };
}
