import { createOpenApiDocument } from '../contract/openapi.ts';
import { getOpenApi } from '../contract/service-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../route.ts';

export function getOpenapi({ publicUrl }: ApiDeps) {
  const document = createOpenApiDocument(publicUrl);
  return route(getOpenApi, () => ({ status: 200, body: document }));
}
