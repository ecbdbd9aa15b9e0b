import { formatUtc } from '../format-utc.ts';

const inDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;
const these = (stores: number) => (stores === 1 ? 'this store' : 'these stores');

/** `days`: relative to the end of the year, negative before it. */
function ending(days: number): string {
  if (days === 0) return 'ended today';
  return days < 0 ? `ends in ${inDays(-days)}` : `ended ${inDays(days)} ago`;
}

/** Notification e-mails. `stores` is the number of stores, `names` are their names. */
export const emails = {
  store: (name: string, country: string, website: string) => `${name} (${country}, website ${website})`,
  andMore: (name: string, others: number) => `${name} and ${others} more`,
  subject: {
    renewal: (names: string, days: number) => `${names}: Amazon authorization ${ending(days)}`,
    connect_again: {
      ended: (names: string) => `${names}: reconnect to Amazon`,
      kept: (names: string) => `${names}: the renewal at Amazon did not succeed`,
      none_yet: (names: string) => `${names}: the connection to Amazon did not succeed`,
    },
    connect_link: (names: string) => `${names}: connect to Amazon`,
    campaign: (names: string) => `${names}: please authorize again at Amazon`,
  },
  news: {
    renewal: (stores: number, days: number, expiresAt: string) =>
      `The Amazon authorization of ${these(stores)} ${ending(days)}: ${expiresAt}.`,
    connect_again: {
      ended: (stores: number): string =>
        stores === 1
          ? 'This store is no longer connected to Amazon.'
          : 'These stores are no longer connected to Amazon.',
      kept: (stores: number) =>
        `The authorization of ${these(stores)} was not renewed. The existing one stays in force, and everything keeps working.`,
      none_yet: (stores: number) => `The connection of ${these(stores)} to Amazon was not completed.`,
    },
    connect_link: 'Please authorize this store at Amazon.',
    campaign: {
      first: (stores: number) => `Please authorize ${these(stores)} at Amazon again.`,
      reminder: (stores: number) => `Reminder: please authorize ${these(stores)} at Amazon again.`,
    },
  },
  request: 'Open this link, sign in to Amazon as the seller, and give your consent. It takes a few minutes.',
  button: {
    renew: 'Renew the authorization',
    reconnect: 'Reconnect',
    authorize: 'Authorize at Amazon',
    authorizeAgain: 'Authorize again',
  },
  linkValidity: (until: string) =>
    `The link is valid until ${until}. If someone else manages the Amazon account, please forward this e-mail to them.`,
  reassurance: {
    stillWorking: 'Until then everything keeps working, and nothing is lost: the settings are kept.',
    nothingChanges:
      'Until then nothing changes: the settings are kept. Your consent also renews the authorization for another year.',
    settingsKept:
      'Nothing else is lost: the settings of the store are kept, and it continues as soon as the seller has given consent.',
    onceAYear: 'We need this once a year. You can revoke the authorization in Seller Central at any time.',
  },
};

/** The feed of renewals. */
export const renewalCalendar = {
  name: 'Amazon renewals',
  summary: (name: string) => `Amazon authorization of ${name} ends`,
  description: (store: string, expiresAt: string) =>
    `${store} is authorized until ${formatUtc(expiresAt)}. Renew it before then with a connect link.`,
};

/** Attached to a renewal request. */
export const calendar = {
  summary: (names: string) => `Amazon authorization ends: ${names}`,
  description: 'Renew before this date, using the link in our latest e-mail.',
};
