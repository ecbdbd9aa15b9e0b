import type { ClientSecrets } from '../../activities/ports.ts';
import { AmazonFault } from '../../activities/ports.ts';

/**
 * Calls Amazon with our newest client secret, and with its predecessor when Amazon refuses it: the predecessor stays valid
 * for a week after a rotation. A retry is safe because Amazon checks the client before it uses up a code.
 */
export async function withClientSecret<T>(
  clientSecrets: ClientSecrets,
  call: (clientSecret: string) => Promise<T>,
): Promise<T> {
  let refusal: unknown = new AmazonFault('application', 'No client secret of our application is known');
  for (const { id, secret, isVerified } of await clientSecrets.listInForce()) {
    try {
      const result = await call(secret);
      // A failure here must not lose the result; the next call marks the secret again.
      if (!isVerified) await clientSecrets.markVerified(id).catch(() => undefined);
      return result;
    } catch (error) {
      if (!(error instanceof AmazonFault && error.refusesClient)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
