import type { ClientSecrets } from '../../activities/ports.ts';
import { AmazonFault } from '../../activities/ports.ts';

/**
 * Runs a call with our client secret. One that Amazon refuses gives way to its predecessor, which works for a week
 * after a rotation: only when all are refused is our application refused. Nothing of the seller's is used up by it,
 * because Amazon looks at the client first.
 */
export async function withClientSecret<T>(
  clientSecrets: ClientSecrets,
  call: (clientSecret: string) => Promise<T>,
): Promise<T> {
  let refusal: unknown = new AmazonFault('application', 'No client secret of our application is known');
  for (const { id, secret, isVerified } of await clientSecrets.listInForce()) {
    try {
      const answer = await call(secret);
      // What Amazon answered is worth more than this note, which the next call can make as well.
      if (!isVerified) await clientSecrets.markVerified(id).catch(() => undefined);
      return answer;
    } catch (error) {
      if (!(error instanceof AmazonFault && error.refusesClient)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
