import { z } from 'zod';
import { actorKinds } from '../../domain/actors.ts';
import { auditOutcomes } from '../../domain/audit.ts';
import { pageOf, pageQuery, queryText, queryTimestamp, timestamp } from './fields.ts';
import { defaults, defineOperation } from './operation.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.null()]);

const auditEntry = z
  .object({
    id: z.string().meta({ description: 'Increasing, without gaps.', examples: ['42'] }),
    at: timestamp,
    actor: z.string().optional().meta({
      description:
        'Name of the token, also for a browser that signed in with it; `admin` is `ADMIN_TOKEN`. Absent for a caller that could not be authenticated.',
    }),
    actorKind: z.enum(actorKinds).optional(),
    address: z.string().meta({ description: 'Address of the client.' }),
    requestId: z.string().meta({ description: '`X-Request-Id` of the request, also in the log.' }),
    action: z.string().meta({
      description:
        'The `operationId`, or `signInWithToken`, `signInWithLink`, `signIn` (refused), `signOut`, `authenticate` (a refused token), `beginConsent` (by the login URI).',
      examples: ['deleteStore'],
    }),
    target: z
      .object({ kind: z.string(), id: z.string().optional() })
      .optional()
      .meta({ description: 'What was changed.' }),
    outcome: z.enum(auditOutcomes).meta({
      description: '`uncertain`: an error, or the end of a process, hides whether the change was made.',
    }),
    changes: z
      .record(z.string(), z.object({ before: value.optional(), after: value.optional() }))
      .optional()
      .meta({ description: 'By field. Secrets and e-mail addresses are only named, without their values.' }),
    omitted: z.int().optional().meta({
      description: 'Refusals before this one that were too many to be recorded one by one.',
    }),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, from where.' });

const auditPage = pageOf(auditEntry).meta({ id: 'AuditPage' });

const filter = z.object({
  actor: queryText(100).optional().meta({ description: 'Only entries of this actor.' }),
  action: queryText(100).optional().meta({ description: 'Only entries of this action.' }),
  from: queryTimestamp('Only entries of this time or later.'),
  to: queryTimestamp('Only entries before this time.'),
});

export const listAudit = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/audit',
  operationId: 'listAudit',
  role: 'admin',
  tag: 'Access',
  summary: 'List the audit log',
  description: 'Every change, sign-in, sign-out, refused token and refused role of the last 400 days, newest first.',
  query: filter.extend(pageQuery.shape),
  responses: { 200: { description: 'One page of entries.', schema: auditPage } },
  problems: ['invalid_query'],
});

export const exportAudit = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/audit.csv',
  operationId: 'exportAudit',
  role: 'admin',
  tag: 'Access',
  summary: 'Export the audit log as CSV',
  description: "All entries that match, newest first. Cells that a spreadsheet would run as a formula start with `'`.",
  query: filter,
  responses: { 200: { description: 'The entries.', schema: z.string(), contentType: 'text/csv' } },
  problems: ['invalid_query'],
});
