import { z } from 'zod';
import { roles } from '../../domain/roles.ts';
import { text, timestamp, zonedTimestamp } from './fields.ts';
import { defaults, defineOperation, jsonBodyProblems } from './operation.ts';

const role = z
  .enum(roles, `The role is one of ${roles.join(', ')}.`)
  .meta({ description: '`viewer` reads, `operator` also works on stores, `admin` may do everything.' });

const newToken = z.strictObject({
  name: text('The name', 60).meta({
    description: 'Who or what uses the token. Its actions are recorded under this name.',
  }),
  role,
  expiresAt: zonedTimestamp('Give a timestamp such as 2027-01-31T12:00:00Z, or leave it out.')
    .refine((value) => !(Date.parse(value) <= Date.now()), 'expiresAt is in the past.')
    .optional()
    .meta({ description: 'When the token expires. Default: never.' }),
});

const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role,
    createdAt: timestamp,
    createdBy: z
      .string()
      .meta({ description: 'Name of the token or the person that created it; `admin` is `ADMIN_TOKEN`.' }),
    lastUsedAt: timestamp.optional().meta({ description: 'Accurate to the minute.' }),
    expiresAt: timestamp.optional(),
  })
  .meta({ id: 'Token' });
export const tokenList = z.object({ items: z.array(token) }).meta({ id: 'TokenList' });

const access = z
  .object({
    name: z.string().meta({
      description:
        'Name of the token, also in a browser that signed in with it, or of the person; `admin` is `ADMIN_TOKEN`.',
    }),
    role,
    operations: z.array(z.string()).meta({ description: 'The `operationId` of every permitted call under /v1.' }),
  })
  .meta({ id: 'Access' });

export const signInLink = z
  .object({ url: z.url().meta({ description: 'Signs in one browser, once.' }), expiresAt: timestamp })
  .meta({ id: 'SignInLink' });

export const calendarLink = z
  .object({
    id: z.uuid(),
    createdAt: timestamp,
    createdBy: z.string().meta({ description: 'Name of the token or the person that created it.' }),
    lastUsedAt: timestamp.optional().meta({ description: 'Accurate to the minute.' }),
  })
  .meta({ id: 'CalendarLink', description: 'Lets a calendar program subscribe to the renewals without signing in.' });
export const calendarLinkList = z.object({ items: z.array(calendarLink) }).meta({ id: 'CalendarLinkList' });

export const addToken = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/tokens',
  operationId: 'addToken',
  needsFreshSignIn: true,
  tag: 'Access',
  summary: 'Create an API token',
  description: 'The response is the only place that contains the token. Perennial stores a hash of it.',
  body: newToken,
  responses: { 201: { description: 'The token, shown once.', schema: token.extend({ token: z.string() }) } },
  problems: [...jsonBodyProblems, 'token_name_taken'],
});

export const listTokens = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/tokens',
  operationId: 'listTokens',
  role: 'admin',
  tag: 'Access',
  summary: 'List API tokens',
  description: 'Tokens that have not been revoked, newest first, without `ADMIN_TOKEN`.',
  responses: { 200: { description: 'The tokens, without their secrets.', schema: tokenList } },
});

export const revokeToken = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/tokens/{id}',
  operationId: 'revokeToken',
  needsFreshSignIn: true,
  tag: 'Access',
  summary: 'Revoke an API token',
  description: 'Takes effect at once, also for browsers that signed in with it. Revoking it twice has no effect.',
  params: z.object({ id: z.string() }),
  responses: { 204: { description: 'The token has been revoked.' } },
  problems: ['token_not_found'],
});

export const getAccess = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/access',
  operationId: 'getAccess',
  tag: 'Access',
  summary: 'Retrieve your access',
  description: 'The name and the role of the caller, and the operations that the role permits.',
  responses: { 200: { description: 'The name, the role and the operations.', schema: access } },
});

export const addSignInLink = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/sign-in-links',
  operationId: 'addSignInLink',
  role: 'viewer',
  needsFreshSignIn: true,
  tag: 'Access',
  summary: 'Create a sign-in link',
  description:
    'Valid for 15 minutes and for one browser, which gets the role of the caller. Opening the link shows a button; ' +
    'the link is used up only when the button is pressed.',
  responses: { 201: { description: 'The link.', schema: signInLink } },
  problems: ['token_required'],
});

export const addCalendarLink = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/calendar-links',
  operationId: 'addCalendarLink',
  role: 'viewer',
  tag: 'Access',
  summary: 'Create a calendar link',
  description: 'For calendar programs, which cannot send a token. The link grants access to the renewal calendar only.',
  responses: {
    201: {
      description: 'The link, shown once.',
      schema: calendarLink.extend({ url: z.url().meta({ description: 'Keep it secret.' }) }),
    },
  },
});

export const listCalendarLinks = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/calendar-links',
  operationId: 'listCalendarLinks',
  tag: 'Access',
  summary: 'List calendar links',
  description: 'The links that this token or person created, newest first. An admin sees all links.',
  responses: { 200: { description: 'The links, without their URLs.', schema: calendarLinkList } },
});

export const revokeCalendarLink = defineOperation({
  ...defaults,
  method: 'delete',
  path: '/v1/calendar-links/{id}',
  operationId: 'revokeCalendarLink',
  role: 'viewer',
  tag: 'Access',
  summary: 'Revoke a calendar link',
  description:
    'You can revoke your own links; an admin can revoke any. A link also stops working when the token that created it does.',
  params: z.object({ id: z.string() }),
  responses: { 204: { description: 'The link has been revoked.' } },
  problems: ['calendar_link_not_found'],
});
