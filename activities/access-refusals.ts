import type { Repositories } from '../adapters/postgres/index.ts';
import { maxSpellMs } from '../domain/connection-watch.ts';
import type { Region } from '../domain/marketplaces.ts';
import type { Alarms } from './alarms.ts';
import type { ParticipationsAnswer } from './ports.ts';

interface AccessRefusalDeps {
  readonly authorizations: Pick<
    Repositories['authorizations'],
    'recordAccessRefusal' | 'isAccessRefused' | 'endAccessRefusal' | 'listUnusedRefusals'
  >;
  readonly alarms: Pick<Alarms, 'open' | 'close' | 'openForMs'>;
  readonly yearMs: number;
}

interface SellerRegion {
  readonly sellerId: string;
  readonly region: Region;
}

/**
 * Amazon refuses access with authorizations that are in force. That changes no status; operators are informed of a
 * refusal that lasts longer than a spell, and when it is over.
 */
export class AccessRefusals {
  private readonly deps: AccessRefusalDeps;

  constructor(deps: AccessRefusalDeps) {
    this.deps = deps;
  }

  /** `answer`: what Amazon returned for the authorization in force. */
  async follow({ sellerId, region }: SellerRegion, answer: ParticipationsAnswer): Promise<void> {
    if (!('requestId' in answer)) return this.end({ sellerId, region });
    const { authorizations, alarms, yearMs } = this.deps;
    const since = await authorizations.recordAccessRefusal({ sellerId, region });
    if (since === undefined || Date.now() - Date.parse(since) < maxSpellMs(yearMs)) return;
    // One alarm about the fleet instead of one for each of its sellers.
    if ((await alarms.openForMs('fleet_breaker')) !== undefined) return;
    const params = { sellerId, region, since, requestId: answer.requestId ?? 'unknown' };
    await alarms.open({ kind: 'access_denied', subject: subjectOf({ sellerId, region }), params });
  }

  async endUnused(): Promise<void> {
    for (const unused of await this.deps.authorizations.listUnusedRefusals()) await this.end(unused);
  }

  private async end(seller: SellerRegion): Promise<void> {
    const { authorizations, alarms } = this.deps;
    if (!(await authorizations.isAccessRefused(seller))) return;
    // The alarm first: a worker that dies in between closes it again.
    await alarms.close('access_denied', { subject: subjectOf(seller) });
    await authorizations.endAccessRefusal(seller);
  }
}

function subjectOf({ sellerId, region }: SellerRegion): string {
  return `${sellerId}/${region}`;
}
