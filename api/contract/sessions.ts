import { z } from 'zod';
import { roles } from '../../domain/roles.ts';
import { signInMethods } from '../../domain/sessions.ts';
import { pageOf, pageQuery, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';

const session = z
  .object({
    id: z.uuid(),
    name: z.string().meta({ description: 'Name of the token or the person; `admin` is `ADMIN_TOKEN`.' }),
    subject: z.string().optional().meta({ description: "The identity provider's id of the person." }),
    role: z.enum(roles),
    signedInWith: z.enum(signInMethods),
    createdAt: timestamp,
    authenticatedAt: timestamp.optional().meta({
      description:
        'When the token or the person was checked. Absent when the identity provider does not say when the person signed in there.',
    }),
    lastUsedAt: timestamp.meta({ description: 'Accurate to the minute.' }),
    expiresAt: timestamp.meta({
      description: '12 hours after `createdAt`; for an admin at most an hour after `lastUsedAt`.',
    }),
    clientAddress: z.string().meta({ description: 'Where the browser signed in from.' }),
    userAgent: z.string().meta({ description: 'What the browser calls itself.' }),
    isCurrent: z.boolean().meta({ description: 'Whether this request belongs to the session.' }),
  })
  .meta({ id: 'Session', description: 'A signed-in browser.' });
export const sessionPage = pageOf(session).meta({ id: 'SessionPage' });

export const listSessions = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/sessions',
  operationId: 'listSessions',
  tag: 'Access',
  summary: 'List sessions',
  description: 'Your signed-in browsers, newest first. An admin sees those of everyone.',
  query: pageQuery,
  responses: { 200: { description: 'One page of sessions.', schema: sessionPage } },
  problems: ['invalid_query'],
});

export const endSession = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/sessions/{id}',
  operationId: 'endSession',
  role: 'viewer',
  tag: 'Access',
  summary: 'End a session',
  description:
    'Signs the browser out and ends its event streams at once. You can end your own sessions; an admin can end any.',
  params: z.object({ id: z.string() }),
  responses: { 204: { description: 'The session has ended.' } },
  problems: ['session_not_found'],
});
