import { z } from 'zod';
import { calendarLink, calendarLinkList, signInLink } from './links.ts';
import { operation, plain } from './operation.ts';
import { access, newToken, token, tokenList } from './tokens.ts';

export const addToken = operation({
  ...plain,
  method: 'post',
  path: '/v1/tokens',
  operationId: 'addToken',
  tag: 'Access',
  summary: 'Make an API token',
  description: 'The token is in this answer and nowhere else: we keep a hash of it.',
  body: newToken,
  answers: { 201: { description: 'The token, shown once.', schema: token.extend({ token: z.string() }) } },
  problems: ['invalid_json', 'token_name_taken', 'body_too_large', 'unsupported_media_type', 'invalid_body'],
});

export const listTokens = operation({
  ...plain,
  method: 'get',
  path: '/v1/tokens',
  operationId: 'listTokens',
  role: 'admin',
  tag: 'Access',
  summary: 'List API tokens',
  description: 'Those that were not revoked, the newest first. `ADMIN_TOKEN` is not among them.',
  answers: { 200: { description: 'The tokens, without their secrets.', schema: tokenList } },
});

export const revokeToken = operation({
  ...plain,
  method: 'delete',
  path: '/v1/tokens/{id}',
  operationId: 'revokeToken',
  tag: 'Access',
  summary: 'Revoke an API token',
  description: 'In force at once, also for browsers that were signed in by it. Repeating it changes nothing.',
  params: z.object({ id: z.string() }),
  answers: { 204: { description: 'It is revoked.' } },
  problems: ['token_not_found'],
});

export const getAccess = operation({
  ...plain,
  method: 'get',
  path: '/v1/access',
  operationId: 'getAccess',
  tag: 'Access',
  summary: 'What you may do',
  description: 'In whose name the request was made, and which calls of this document that role allows.',
  answers: { 200: { description: 'The name, the role and the calls.', schema: access } },
});

export const addSignInLink = operation({
  ...plain,
  method: 'post',
  path: '/v1/sign-in-links',
  operationId: 'addSignInLink',
  role: 'viewer',
  tag: 'Access',
  summary: 'Make a sign-in link',
  description:
    'Valid for 15 minutes, for one browser, which gets the role of whoever made the link. Opening it shows a button; ' +
    'only that uses the link up.',
  answers: { 201: { description: 'The link.', schema: signInLink } },
});

export const addCalendarLink = operation({
  ...plain,
  method: 'post',
  path: '/v1/calendar-links',
  operationId: 'addCalendarLink',
  role: 'viewer',
  tag: 'Access',
  summary: 'Make a link to the calendar of renewals',
  description: 'For calendar programs, which send no token. The link opens the calendar and nothing else.',
  answers: {
    201: {
      description: 'The link, shown once.',
      schema: calendarLink.extend({ url: z.url().meta({ description: 'Keep it secret.' }) }),
    },
  },
});

export const listCalendarLinks = operation({
  ...plain,
  method: 'get',
  path: '/v1/calendar-links',
  operationId: 'listCalendarLinks',
  tag: 'Access',
  summary: 'List calendar links',
  description: 'Those that this token made, the newest first; for an admin those of everybody.',
  answers: { 200: { description: 'The links, without their addresses.', schema: calendarLinkList } },
});

export const revokeCalendarLink = operation({
  ...plain,
  method: 'delete',
  path: '/v1/calendar-links/{id}',
  operationId: 'revokeCalendarLink',
  role: 'viewer',
  tag: 'Access',
  summary: 'Revoke a calendar link',
  description: 'One of your own; an admin may revoke any. A link also ends with the token that made it.',
  params: z.object({ id: z.string() }),
  answers: { 204: { description: 'It is revoked.' } },
  problems: ['calendar_link_not_found'],
});
