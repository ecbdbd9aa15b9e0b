import { z } from 'zod';
import { timestamp, zonedTimestamp } from './fields.ts';
import { defaults, defineOperation, jsonBodyProblems } from './operation.ts';

const states = ['in_force', 'unverified', 'expiring', 'expired', 'refused'] as const;

const application = z
  .object({
    clientId: z.string().meta({ examples: ['amzn1.application-oa2-client.1'] }),
    state: z.enum(states).meta({
      description:
        '`unverified`: not used at Amazon yet; the next call decides. `expiring`: ends within 30 days. `refused`: Amazon refuses it now.',
    }),
    issuedAt: timestamp.meta({
      description: 'When the secret was created. For a secret from the environment: when it was first seen.',
    }),
    expiresAt: timestamp.meta({ description: '180 days after `issuedAt`.' }),
    daysLeft: z.int(),
    source: z.enum(['environment', 'api']),
    predecessorValidUntil: timestamp.optional().meta({
      description: 'Until then the previous secret is tried as well when Amazon refuses this one.',
    }),
    workflowId: z.string().meta({ description: 'The workflow id in Temporal.', examples: ['application-secret'] }),
  })
  .meta({ id: 'Application', description: 'The application at Amazon. Its client secret is never shown.' });
export type Application = z.output<typeof application>;

export const getApplication = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/application',
  operationId: 'getApplication',
  tag: 'Operation',
  summary: 'Retrieve the application',
  description:
    'Includes the end date of the client secret. An LWA client secret expires 180 days after it was created; operators are warned from 30 days before.',
  responses: { 200: { description: 'The application.', schema: application } },
});

export const setApplicationSecret = defineOperation({
  ...defaults,
  method: 'put',
  path: '/v1/application/secret',
  operationId: 'setApplicationSecret',
  needsFreshSignIn: true,
  tag: 'Operation',
  summary: 'Set a rotated client secret',
  description:
    'Takes effect at once in every process. The secret is first verified at Amazon as far as that is possible without a seller; ' +
    'otherwise its state is `unverified` until the next call. Sending the current secret again corrects its date.',
  body: z.strictObject({
    clientSecret: z
      .string('The client secret is missing or is not a text.')
      .regex(/^[\x21-\x7e]{1,512}$/, 'The client secret is 1 to 512 visible ASCII characters without spaces.')
      .meta({ description: 'As Amazon shows it once.', format: 'password', writeOnly: true }),
    issuedAt: zonedTimestamp()
      .refine((value) => !(Date.parse(value) > Date.now() + 60_000), 'issuedAt is in the future.')
      .optional()
      .meta({ description: 'When it was created at Amazon. Default: now.' }),
  }),
  responses: { 200: { description: 'The updated application.', schema: application } },
  problems: [...jsonBodyProblems, 'temporal_unavailable'],
});
