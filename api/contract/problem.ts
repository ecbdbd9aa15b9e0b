import { z } from 'zod';
import { problemKinds } from '../http/problem.ts';

export const fieldError = z.object({
  pointer: z.string().meta({ description: 'JSON pointer to the field, or the parameter.', examples: ['/email'] }),
  detail: z.string().meta({ examples: ['The e-mail address is missing or is not a text.'] }),
});

export const problem = z
  .object({
    type: z.url().meta({ description: 'A page about this kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong with this request, and what to do about it.' }),
    code: z
      .string()
      .meta({ description: `Stable: ${Object.keys(problemKinds).join(', ')}.`, examples: ['invalid_body'] }),
    errors: z
      .array(fieldError)
      .meta({ description: 'One entry per mistake; empty when it is not about single fields.' }),
    requestId: z.string().meta({ description: 'The same as the header X-Request-Id and in our logs.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 describes it (`application/problem+json`).' });
export type ProblemDocument = z.output<typeof problem>;
