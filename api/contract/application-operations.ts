import { z } from 'zod';
import { operation, plain } from './operation.ts';
import { moment } from './texts.ts';

const states = ['in_force', 'unverified', 'expiring', 'expired', 'refused'] as const;

const application = z
  .object({
    clientId: z.string().meta({ examples: ['amzn1.application-oa2-client.1'] }),
    state: z.enum(states).meta({
      description:
        '`unverified`: Amazon has not been asked with it yet, the next call tells. `expiring`: within 30 days. `refused`: Amazon refuses it now.',
    }),
    issuedAt: moment.meta({
      description: 'When the secret was made; of one from the environment, when it was first seen.',
    }),
    expiresAt: moment.meta({ description: '180 days later.' }),
    daysLeft: z.int(),
    source: z.enum(['environment', 'api']),
    predecessorValidUntil: moment
      .optional()
      .meta({ description: 'Until then the secret before this one is tried as well when Amazon refuses this one.' }),
    workflowId: z.string().meta({ description: 'In Temporal.', examples: ['application-secret'] }),
  })
  .meta({ id: 'Application', description: 'Our application at Amazon and its client secret, which is never shown.' });
export type Application = z.output<typeof application>;

export const getApplication = operation({
  ...plain,
  method: 'get',
  path: '/v1/application',
  operationId: 'getApplication',
  tag: 'Operation',
  summary: 'How long our client secret lasts',
  description: 'Amazon ends an LWA client secret 180 days after it was made. Operators are warned from 30 days before.',
  answers: { 200: { description: 'The application.', schema: application } },
});

export const setApplicationSecret = operation({
  ...plain,
  method: 'put',
  path: '/v1/application/secret',
  operationId: 'setApplicationSecret',
  tag: 'Operation',
  summary: 'Hand over a rotated client secret',
  description:
    'In force at once for every process. Amazon is asked about it first, as far as that is possible without a seller; ' +
    'otherwise its state is `unverified` until the next call. The secret in force, sent again, corrects its date.',
  body: z.strictObject({
    clientSecret: z
      .string('The client secret is missing or is not a text.')
      .regex(/^[\x21-\x7e]{1,512}$/, 'The client secret is 1 to 512 visible ASCII characters without spaces.')
      .meta({ description: 'As Amazon shows it once.', format: 'password', writeOnly: true }),
    issuedAt: z.iso
      .datetime({ offset: true, error: 'Give a moment such as 2027-01-31T12:00:00Z.' })
      .refine((value) => !(Date.parse(value) > Date.now() + 60_000), 'A secret cannot have been made in the future.')
      .optional()
      .meta({ description: 'When it was made at Amazon; now, unless told.' }),
  }),
  answers: { 200: { description: 'The application as it is now.', schema: application } },
  problems: ['invalid_json', 'body_too_large', 'unsupported_media_type', 'invalid_body', 'temporal_unavailable'],
});
