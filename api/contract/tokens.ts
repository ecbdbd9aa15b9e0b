import { z } from 'zod';
import { roles } from '../../domain/roles.ts';
import { moment, text } from './texts.ts';

const role = z
  .enum(roles, `The role is one of ${roles.join(', ')}.`)
  .meta({ description: '`viewer` reads, `operator` also works on stores, `admin` may do everything.' });

export const newToken = z.strictObject({
  name: text('The name', 60).meta({ description: 'Who or what will use it; names what is done with it.' }),
  role,
  expiresAt: z.iso
    .datetime({ offset: true, error: 'Give a moment such as 2027-01-31T12:00:00Z, or nothing.' })
    .refine((value) => !(Date.parse(value) <= Date.now()), 'This moment has passed.')
    .optional()
    .meta({ description: 'When it ends by itself; never when absent.' }),
});

export const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role,
    createdAt: moment,
    createdBy: z.string().meta({ description: 'Name of the token that made it; `admin` is `ADMIN_TOKEN`.' }),
    lastUsedAt: moment.optional().meta({ description: 'To the minute.' }),
    expiresAt: moment.optional(),
  })
  .meta({ id: 'Token' });
export const tokenList = z.object({ items: z.array(token) }).meta({ id: 'TokenList' });

export const access = z
  .object({
    name: z
      .string()
      .meta({ description: 'Of the token, also for a browser that was signed in by it; `admin` is `ADMIN_TOKEN`.' }),
    role,
    operations: z.array(z.string()).meta({ description: 'The `operationId` of every call under /v1 that is allowed.' }),
  })
  .meta({ id: 'Access' });
