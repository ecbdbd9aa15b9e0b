import { z } from 'zod';

export const alive = z.object({ status: z.literal('ok') }).meta({ id: 'Alive' });

const part = z.object({
  state: z.enum(['ok', 'unavailable']),
  detail: z.string().meta({ description: 'In plain words.' }),
});

export const readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    parts: z.object({ postgres: part, temporal: part, worker: part, commerce: part }),
  })
  .meta({
    id: 'Readiness',
    description: 'Commerce being away is named here but does not make us unready: only its look-ups fail.',
  });
export type Readiness = z.output<typeof readiness>;
