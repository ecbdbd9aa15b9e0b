import { createOpenApiDocument } from '../contract/openapi.ts';
import * as contract from '../contract/service.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getOpenApi({ publicUrl }: ApiDeps) {
  // Generated on the first request, so that it does not delay the start.
  let document: ReturnType<typeof createOpenApiDocument> | undefined;
  return route(contract.getOpenApi, () => ({ status: 200, body: (document ??= createOpenApiDocument(publicUrl)) }));
}
