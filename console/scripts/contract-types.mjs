import openapiTypescript, { astToString } from 'openapi-typescript';

/**
 * The types of an OpenAPI document, as `src/contract.d.ts` keeps them.
 *
 * @param {unknown} document of `createOpenApiDocument`
 * @returns {Promise<string>}
 */
export async function contractTypes(document) {
  // Through JSON, as a client sees it; in alphabetical order, because modules name their exports in different orders.
  const tree = await openapiTypescript(JSON.stringify(document), { defaultNonNullable: false, alphabetize: true });
  return `/** Generated from the OpenAPI document by scripts/generate-contract.mjs. */\n\n${astToString(tree)}`;
}
