import { randomUUID } from 'node:crypto';
import { reasonText } from '../../domain/reasons.ts';
import { validateSeller } from '../../domain/store-settings-validation.ts';
import type { NewStore } from '../contract/store-settings.ts';
import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { findStore } from './find-store.ts';
import type { StoreRecord, StoreRequest } from '../ports.ts';
import { bodyHash, idFromIdempotencyKey } from '../http/idempotency.ts';
import { isProblemCode } from '../contract/problem-kinds.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { toStore } from './store-view.ts';
import { checkAgainstCommerce, commerceErrorsIfAvailable } from './check-against-commerce.ts';

/** Parse → what can be refused at once → note the request → start its workflow → the store as it is then. */
export function addStore(deps: ApiDeps) {
  const findMoreMistakes = (sent: Readonly<Record<string, unknown>>) => commerceErrorsIfAvailable(deps.catalog, sent);
  return route(
    contract.addStore,
    async ({ body, headers, locale }) => {
      const idempotencyKey = headers['Idempotency-Key'];
      const storeId = idempotencyKey === undefined ? randomUUID() : idFromIdempotencyKey('store', idempotencyKey);
      // A repeated request is answered by what became of the first one, whatever Commerce or other stores say by now.
      const isKnown = idempotencyKey !== undefined && (await deps.stores.findStore(storeId)) !== undefined;
      if (!isKnown) await refuseAtOnce(deps, storeId, body);
      await note(deps, storeId, idempotencyKey, body);
      const store = await (isKnown ? findKnown(deps, storeId, body) : start(deps, storeId, body));
      return {
        status: store.status === 'creating' ? 202 : 201,
        headers: { Location: `${deps.publicUrl}/v1/stores/${storeId}` },
        body: toStore(store, locale),
      };
    },
    findMoreMistakes,
  );
}

async function refuseAtOnce(
  { authorizations, catalog, stores }: ApiDeps,
  storeId: string,
  body: NewStore,
): Promise<void> {
  await checkAgainstCommerce(catalog, body, validateSeller(authorizations, body));
  const namesake = await stores.findStoreByName(body.name);
  if (namesake && namesake.id !== storeId)
    throw new Problem('store_name_taken', reasonText({ code: 'store_name_taken', params: { name: body.name } }));
}

async function note(
  { stores }: ApiDeps,
  storeId: string,
  idempotencyKey: string | undefined,
  request: StoreRequest,
): Promise<void> {
  const noted = await stores.insertRequest({
    storeId,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    fingerprint: bodyHash(request),
    request,
  });
  if (noted.kind === 'conflict') throw new Problem('idempotency_key_reused');
}

async function findKnown(deps: ApiDeps, storeId: string, request: StoreRequest): Promise<StoreRecord> {
  const found = await deps.stores.findStore(storeId);
  const isWaiting = found && 'store' in found && found.store.status === 'creating';
  return isWaiting ? start(deps, storeId, request) : findAccepted(deps, storeId);
}

async function start(deps: ApiDeps, storeId: string, request: StoreRequest): Promise<StoreRecord> {
  const { name, website, country, sellerId } = request;
  const input = { v: 1, storeId, name, website, country, ...(sellerId !== undefined && { sellerId }) } as const;
  const creation = await deps.onboarding.createStore(input);
  if (creation.kind === 'refused') throw refused(creation.reason.code, reasonText(creation.reason));
  await deps.stores.markRequestAccepted(storeId);
  return findAccepted(deps, storeId);
}

function findAccepted({ stores }: ApiDeps, storeId: string): Promise<StoreRecord> {
  return findStore(stores, storeId).catch((error: unknown) => {
    throw error instanceof Problem && isRefusal(error) ? refused(error.code, error.message) : error;
  });
}

function isRefusal({ code }: Problem): boolean {
  return code !== 'store_not_found';
}

function refused(code: string, text: string): Problem {
  return new Problem(isProblemCode(code) ? code : 'store_exists', text);
}
