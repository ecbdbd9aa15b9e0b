/** The types of an OpenAPI document, as `src/contract.d.ts` keeps them. */
export declare function contractTypes(document: unknown): Promise<string>;
