import { z } from 'zod';
import { countryCodes } from '../amazon/marketplaces.ts';
import { acceptedSellers, findSeller } from '../amazon/sellers.ts';
import { commerceFaultKinds, faultKinds } from './faults.ts';
import type { FaultKind } from './faults.ts';
import { readInput } from './read-input.ts';
import type { Reading } from './read-input.ts';

const longestDelayMs = 600_000;
const longestSeconds = 366 * 86_400;

const kind = z.enum(faultKinds, `kind has to be one of ${faultKinds.join(', ')}.`);
const sellerWords = `seller has to be the e-mail address of a seller of the simulation: ${acceptedSellers}.`;
const seller = z.string(sellerWords).transform((text, context) => {
  const found = findSeller(text);
  if (found !== undefined) return found.email;
  context.addIssue(sellerWords);
  return z.NEVER;
});
const number = (words: string, min: number, max: number) => z.number(words).min(min, words).max(max, words);

const faultSchema = z
  .strictObject({
    kind,
    seller: seller.optional(),
    count: number('count has to be a whole number from 1.', 1, 1_000_000_000)
      .refine(Number.isInteger, 'count has to be a whole number from 1.')
      .optional(),
    seconds: number(`seconds has to be a number above 0, up to ${longestSeconds}.`, 0.001, longestSeconds).optional(),
    startsInSeconds: number(
      `startsInSeconds has to be a number from 0 to ${longestSeconds}.`,
      0,
      longestSeconds,
    ).optional(),
    ms: number(`ms has to be a number of milliseconds from 0 to ${longestDelayMs}.`, 0, longestDelayMs).optional(),
    country: z.enum(countryCodes, `country has to be one of ${countryCodes.join(', ')}.`).optional(),
  })
  .superRefine((fault, context) => {
    const only = (field: 'seller' | 'ms' | 'country', kinds: readonly FaultKind[]): void => {
      if (fault[field] === undefined || kinds.includes(fault.kind)) return;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `${field} is accepted with ${kinds.join(', ')} only.`,
      });
    };
    only('ms', ['slow', 'commerce_slow']);
    only('country', ['suspended', 'not_participating']);
    only(
      'seller',
      faultKinds.filter((name) => !commerceFaultKinds.some((commerce) => commerce === name)),
    );
  });

export type FaultInput = z.infer<typeof faultSchema>;

const filterSchema = z.strictObject({ kind: kind.optional(), seller: seller.optional() });
export type FaultFilterInput = z.infer<typeof filterSchema>;

export const readFault = (body: unknown): Reading<FaultInput> => readInput(faultSchema, body);
export const readFaultFilter = (query: unknown): Reading<FaultFilterInput> => readInput(filterSchema, query);
