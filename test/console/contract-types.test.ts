import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createOpenApiDocument } from '../../api/contract/openapi.ts';
import { contractTypes } from '../../console/scripts/contract-types.mjs';

it('keeps the console types in step with the OpenAPI document', async () => {
  const committed = await readFile(new URL('../../console/src/contract.d.ts', import.meta.url), 'utf8');
  // After a change of the contract: npm run build && node console/scripts/generate-contract.mjs
  expect(committed).toBe(await contractTypes(createOpenApiDocument('http://localhost')));
});
