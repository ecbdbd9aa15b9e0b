import { z } from 'zod';
import { readInput } from './read-input.ts';
import type { Reading } from './read-input.ts';

const secretWords = 'clientSecret has to be 1 to 512 visible ASCII characters.';
const secondsWords = 'overlapSeconds has to be a number of seconds from 0.';

const schema = z.strictObject({
  clientSecret: z.string(secretWords).regex(/^[\x21-\x7e]{1,512}$/, secretWords),
  overlapSeconds: z
    .number(secondsWords)
    .min(0, secondsWords)
    .max(366 * 86_400, secondsWords)
    .optional(),
});

export const readRotation = (body: unknown): Reading<z.infer<typeof schema>> => readInput(schema, body);
