import { randomUUID } from 'node:crypto';
import type { Store } from '../../adapters/postgres/stores/store.ts';
import type { ActorName } from '../../domain/actors.ts';
import { auditChanges } from '../../domain/audit.ts';
import { reason } from '../../domain/reasons.ts';
import type { StoreRequest } from '../../domain/store-request.ts';
import { validateSeller } from '../../domain/store-settings-validation.ts';
import { reasonText } from '../../locales/reason-text.ts';
import { isProblemCode } from '../contract/problem-kinds.ts';
import type { NewStore } from '../contract/store-settings.ts';
import * as contract from '../contract/stores.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { describeChange, toActorName } from '../http/audit-trail.ts';
import { bodyHash, idFromIdempotencyKey } from '../http/idempotency.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { checkAgainstCommerce, commerceErrorsIfAvailable } from './check-against-commerce.ts';
import { findStore } from './find-store.ts';
import { toStore } from './store-view.ts';

/** Validates the request, records it, starts the workflow of the store and answers with the store as it is then. */
export function addStore(deps: ApiDeps) {
  return route(
    contract.addStore,
    async ({ body, headers, locale, request }) => {
      const idempotencyKey = headers['Idempotency-Key'];
      const storeId = idempotencyKey === undefined ? randomUUID() : idFromIdempotencyKey('store', idempotencyKey);
      // A repeated request gets the outcome of the first one, even if it would be invalid by now.
      const isRepeated = idempotencyKey !== undefined && (await deps.stores.findStore(storeId)) !== undefined;
      if (!isRepeated) await validate(deps, storeId, body);
      const { name, website, country, sellerId } = body;
      const changes = isRepeated ? undefined : auditChanges({}, { name, website, country, sellerId });
      describeChange(request, { targetId: storeId, changes });
      await insertRequest(deps, storeId, idempotencyKey, body, toActorName(actorOf(request)));
      const store = await (isRepeated ? resume(deps, storeId, body) : start(deps, storeId, body));
      return {
        status: store.status === 'creating' ? 202 : 201,
        headers: { Location: `${deps.publicUrl}/v1/stores/${storeId}` },
        body: toStore(store, locale),
      };
    },
    (sent) => commerceErrorsIfAvailable(deps.catalog, sent),
  );
}

async function validate({ authorizations, catalog, stores }: ApiDeps, storeId: string, body: NewStore): Promise<void> {
  await checkAgainstCommerce(catalog, body, validateSeller(authorizations, body));
  const sameName = await stores.findStoreByName(body.name);
  if (sameName && sameName.id !== storeId)
    throw new Problem('store_name_taken', reasonText(reason('store_name_taken', { name: body.name }), 'en'));
}

async function insertRequest(
  { stores }: ApiDeps,
  storeId: string,
  idempotencyKey: string | undefined,
  request: StoreRequest,
  requestedBy: ActorName,
): Promise<void> {
  const inserted = await stores.insertRequest({
    storeId,
    idempotencyKey,
    fingerprint: bodyHash(request),
    request,
    requestedBy,
  });
  if (inserted.kind === 'conflict') throw new Problem('idempotency_key_reused');
}

/** Starts the workflow again if the first request could not. */
async function resume(deps: ApiDeps, storeId: string, request: StoreRequest): Promise<Store> {
  const result = await deps.stores.findStore(storeId);
  const isCreating = result && 'store' in result && result.store.status === 'creating';
  return isCreating ? start(deps, storeId, request) : findAccepted(deps, storeId);
}

async function start(deps: ApiDeps, storeId: string, request: StoreRequest): Promise<Store> {
  const { name, website, country, sellerId } = request;
  const input = { v: 1, storeId, name, website, country, ...(sellerId !== undefined && { sellerId }) } as const;
  const creation = await deps.temporal.createStore(input);
  if (creation.kind === 'refused') throw refused(creation.reason.code, reasonText(creation.reason, 'en'));
  await deps.stores.markRequestAccepted(storeId);
  return findAccepted(deps, storeId);
}

function findAccepted({ stores }: ApiDeps, storeId: string): Promise<Store> {
  return findStore(stores, storeId).catch((error: unknown) => {
    const isRefusal = error instanceof Problem && error.code !== 'store_not_found';
    throw isRefusal ? refused(error.code, error.message) : error;
  });
}

function refused(code: string, text: string): Problem {
  return new Problem(isProblemCode(code) ? code : 'store_exists', text);
}
