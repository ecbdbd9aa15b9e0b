import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createOpenApiDocument } from '../../api/contract/openapi.ts';
import { contractTypes } from '../../console/scripts/contract-types.mjs';

it('types the console by the OpenAPI document of today', async () => {
  const kept = await readFile(new URL('../../console/src/contract.d.ts', import.meta.url), 'utf8');
  // After a change of the contract: npm run build && node console/scripts/generate-contract.mjs
  expect(kept).toBe(await contractTypes(createOpenApiDocument('http://localhost')));
});
