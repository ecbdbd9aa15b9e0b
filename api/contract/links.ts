import { z } from 'zod';
import { moment } from './texts.ts';

export const connectLink = z
  .object({
    url: z.url().meta({ description: 'For the seller; may be sent by e-mail.' }),
    expiresAt: moment,
  })
  .meta({
    id: 'ConnectLink',
    description: 'Starts a consent at Amazon for one store: to connect, to renew, to connect again.',
  });

export const connectLinkRequest = z
  .strictObject({
    send: z
      .boolean('send is true or false.')
      .default(false)
      .meta({ description: "Also mails a link, of its own, to the store's e-mail address." }),
  })
  .optional();

export const signInLink = z
  .object({ url: z.url().meta({ description: 'Signs one browser in, once.' }), expiresAt: moment })
  .meta({ id: 'SignInLink' });

export const calendarLink = z
  .object({
    id: z.uuid(),
    createdAt: moment,
    createdBy: z.string().meta({ description: 'Name of the token that made it.' }),
    lastUsedAt: moment.optional().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'CalendarLink', description: 'Lets a calendar program follow the renewals without signing in.' });
export const calendarLinkList = z.object({ items: z.array(calendarLink) }).meta({ id: 'CalendarLinkList' });

export const connectToken = z.object({ token: z.string() });
/** Of a browser that looks at the outcome of its consent again. */
export const receipt = z.object({ receipt: z.string() });
