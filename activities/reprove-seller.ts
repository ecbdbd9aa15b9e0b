import type { UsableAuthorization } from '../adapters/postgres/authorizations/load-authorization.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { isProofDue } from '../domain/connection-watch.ts';
import { marketplaces } from '../domain/marketplaces.ts';
import type { Alarms } from './alarms.ts';
import { AmazonFault, type AmazonSeller } from './ports.ts';
import { closeUnlessClaimed, roles } from './prove-seller.ts';

export interface ReproveSellerDeps {
  readonly amazon: Pick<AmazonSeller, 'identifySeller'>;
  readonly alarms: Pick<Alarms, 'open' | 'close'>;
  readonly authorizations: Pick<Repositories['authorizations'], 'saveSellerProof' | 'markOtherSeller' | 'isAnyClaimed'>;
  readonly yearMs: number;
}

/**
 * Asks Amazon once more whose the token is, when that is due. Returns the other seller that Amazon names, which is an
 * alarm. No answer, or a missing role, changes nothing: the next check asks again.
 */
export async function reproveSeller(
  deps: ReproveSellerDeps,
  authorization: UsableAuthorization,
): Promise<string | undefined> {
  const { amazon, alarms, authorizations, yearMs } = deps;
  const { sellerId, country, refreshToken, sellerProof } = authorization;
  if (!isProofDue(authorization, yearMs)) return undefined;
  const answer = await amazon.identifySeller(refreshToken, country).catch(undefinedOnFault);
  if (answer?.kind === 'role_missing' && sellerProof !== 'proven') {
    await authorizations.saveSellerProof(authorization, 'claimed');
    await alarms.open({ kind: 'seller_unproven', params: { roles } });
  }
  if (answer?.kind !== 'identified') return undefined;
  if (answer.sellerId === sellerId) {
    await authorizations.saveSellerProof(authorization, 'proven');
    await closeUnlessClaimed(deps, authorization);
    return undefined;
  }
  await authorizations.markOtherSeller(authorization, answer.sellerId);
  const { region } = marketplaces[country];
  const params = { sellerId, region, actual: answer.sellerId };
  await alarms.open({ kind: 'wrong_seller', subject: `${sellerId}/${region}`, params });
  return answer.sellerId;
}

function undefinedOnFault(error: unknown): undefined {
  if (!(error instanceof AmazonFault)) throw error;
}
