import { writeFile } from 'node:fs/promises';
import { createOpenApiDocument } from '../../dist/api/contract/openapi.js';
import { contractTypes } from './contract-types.mjs';

/** Writes the types of the API that was built last: `npm run build` comes first. */
const document = createOpenApiDocument('http://localhost');
await writeFile(new URL('../src/contract.d.ts', import.meta.url), await contractTypes(document));
