import { z } from 'zod';
import { problemKinds } from './problem-kinds.ts';

export const fieldError = z.object({
  pointer: z.string().meta({ description: 'JSON pointer to the field, or the parameter.', examples: ['/email'] }),
  detail: z.string().meta({ examples: ['The e-mail address is missing or is not a text.'] }),
});

export const problem = z
  .object({
    type: z.url().meta({ description: 'A page that explains this kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong with this request, and how to fix it.' }),
    code: z.string().meta({
      description: `A stable code: ${Object.keys(problemKinds).join(', ')}.`,
      examples: ['invalid_body'],
    }),
    errors: z
      .array(fieldError)
      .meta({ description: 'One entry per invalid field; empty when no single field is wrong.' }),
    requestId: z.string().meta({ description: 'The value of the `X-Request-Id` header, which is also in the logs.' }),
  })
  .meta({ id: 'Problem', description: 'An error as RFC 9457 defines it (`application/problem+json`).' });
export type ProblemDocument = z.output<typeof problem>;
