import { createOpenApiDocument } from '../contract/openapi.ts';
import { getOpenApi } from '../contract/service-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getOpenapi({ publicUrl }: ApiDeps) {
  // Made for whoever asks first: nobody's start waits for it.
  let document: ReturnType<typeof createOpenApiDocument> | undefined;
  return route(getOpenApi, () => ({ status: 200, body: (document ??= createOpenApiDocument(publicUrl)) }));
}
