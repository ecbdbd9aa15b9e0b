/** What a timeline entry says: a stable code for machines and a sentence for people, always with what happens next. */
import type { CampaignAsk } from './campaign.ts';
import type { Due, StoreEvent, StoreState } from './store-life.ts';
import { nextDue } from './store-life.ts';
import { type Locale, reasonText } from './reasons.ts';
import { isConnected } from './store-status.ts';

export const timelineCodes = [
  'created',
  'authorization_received',
  'authorization_reused',
  'authorization_refused',
  'active',
  'renewed',
  'renewal_requested',
  'expired',
  'check_passed',
  'check_failed',
  'check_inconclusive',
  'recovered',
  'disconnected',
  'enabled',
  'disabled',
  'deleted',
  'settings_changed',
  'connect_link_created',
  'amazon_unavailable',
  'application_refused',
  'message_sent',
  'message_delayed',
  'message_failed',
  'campaign_asked',
] as const;
export type TimelineCode = (typeof timelineCodes)[number];

/** A sentence in every language that our pages speak. */
export type Spoken = Readonly<Record<Locale, string>>;

export interface TimelineNote {
  readonly what: TimelineCode;
  /** In English. */
  readonly text: string;
  /** In the other languages; entries older than 0.2.0 have none. */
  readonly translations?: Translations;
}
export type Translations = Readonly<Partial<Record<Exclude<Locale, 'en'>, string>>>;

/** What the entry of `event` says, given the store before and after it. */
export function describeEvent(event: StoreEvent, before: StoreState, after: StoreState): TimelineNote {
  const next = nextSentence(nextDue(after));
  switch (event.kind) {
    case 'created':
      return timelineNote('created', {
        en: 'The store was created. Next: the seller agrees at Amazon.',
        nl: 'De winkel is aangemaakt. Hierna: de verkoper gaat akkoord bij Amazon.',
      });
    case 'authorization_received':
      return timelineNote('authorization_received', {
        en: 'The seller agreed at Amazon. Next: the connection is verified.',
        nl: 'De verkoper ging akkoord bij Amazon. Hierna: de koppeling wordt gecontroleerd.',
      });
    case 'authorization_reused':
      return timelineNote('authorization_reused', {
        en: `The existing authorization of seller ${event.sellerId} is used. Next: the connection is verified.`,
        nl: `De bestaande autorisatie van verkoper ${event.sellerId} wordt gebruikt. Hierna: de koppeling wordt gecontroleerd.`,
      });
    case 'authorization_refused': {
      const isKept = isConnected(after.status);
      return timelineNote('authorization_refused', {
        en: `${reasonText(event.reason, 'en')}${isKept ? ' The store goes on working.' : ''}${next.en}`,
        nl: `${reasonText(event.reason, 'nl')}${isKept ? ' De winkel blijft werken.' : ''}${next.nl}`,
      });
    }
    case 'authorized': {
      const { sellerId, expiresAt } = event.authorization;
      const until = moment(expiresAt);
      return timelineNote(before.setUp ? 'renewed' : 'active', {
        en: `${before.setUp ? 'Renewed' : 'Connected'} with seller ${sellerId} until ${until}.${next.en}`,
        nl: `${before.setUp ? 'Verlengd' : 'Gekoppeld'} met verkoper ${sellerId} tot ${until}.${next.nl}`,
      });
    }
    case 'renewal_requested': {
      const asked = renewalSentence(event.reminder.days, after);
      return timelineNote('renewal_requested', { en: `${asked.en}${next.en}`, nl: `${asked.nl}${next.nl}` });
    }
    case 'expired': {
      const why = after.reason;
      return timelineNote('expired', {
        en: `${why ? reasonText(why, 'en') : 'The year ended.'}${next.en}`,
        nl: `${why ? reasonText(why, 'nl') : 'Het jaar is voorbij.'}${next.nl}`,
      });
    }
    case 'check_passed':
      return before.suspicion
        ? timelineNote('recovered', {
            en: `Amazon answers again: the connection works.${next.en}`,
            nl: `Amazon antwoordt weer: de koppeling werkt.${next.nl}`,
          })
        : timelineNote('check_passed', {
            en: `The connection was checked and works.${next.en}`,
            nl: `De koppeling is gecontroleerd en werkt.${next.nl}`,
          });
    case 'check_failed':
      return timelineNote('check_failed', {
        en: `A check failed: ${reasonText(event.reason, 'en')}${next.en}`,
        nl: `Een controle mislukte: ${reasonText(event.reason, 'nl')}${next.nl}`,
      });
    case 'check_inconclusive':
      return timelineNote('check_inconclusive', {
        en: `Amazon could not be asked; nothing changes.${next.en}`,
        nl: `Amazon kon niet worden gevraagd; er verandert niets.${next.nl}`,
      });
    case 'disconnected':
      return timelineNote('disconnected', { en: reasonText(event.reason, 'en'), nl: reasonText(event.reason, 'nl') });
    case 'enabled':
      return timelineNote('enabled', {
        en: `The store was activated.${next.en}`,
        nl: `De winkel is geactiveerd.${next.nl}`,
      });
    case 'disabled':
      return timelineNote('disabled', {
        en: `The store was deactivated; its year goes on.${next.en}`,
        nl: `De winkel is gedeactiveerd; het jaar loopt door.${next.nl}`,
      });
    case 'deleted':
      return timelineNote('deleted', {
        en: 'The store was deleted and its secrets were destroyed. This record is kept.',
        nl: 'De winkel is verwijderd en de geheimen zijn vernietigd. Deze tijdlijn blijft bewaard.',
      });
  }
}

export function timelineNote(what: TimelineCode, { en, ...translations }: Spoken): TimelineNote {
  return { what, text: en, translations };
}

/** English when the entry was made before its reader's language was spoken. */
export function noteText({ text, translations }: Omit<TimelineNote, 'what'>, locale: Locale): string {
  return (locale === 'en' ? undefined : translations?.[locale]) ?? text;
}

/**
 * What makes an event happen once: taken from the business where it has a name for it. A workflow task that has to be
 * repeated may meet its events in another order, so a mere number would mix them up; `occasion` serves the rest.
 */
export function eventKey(event: StoreEvent, store: StoreState, occasion: string): string {
  switch (event.kind) {
    case 'created':
    case 'authorization_reused':
    case 'deleted':
      return event.kind;
    case 'authorization_received':
    case 'authorization_refused':
      return `${event.kind}/${event.consentId}`;
    case 'authorized':
      return `authorized/${event.authorization.grantId}/${event.authorization.authorizedAt}`;
    case 'renewal_requested':
      return `${event.kind}/${store.authorization?.expiresAt}/${event.reminder.days}`;
    case 'expired':
      return `${event.kind}/${store.authorization?.expiresAt}`;
    case 'check_passed':
    case 'check_failed':
    case 'check_inconclusive':
    case 'disconnected':
    case 'enabled':
    case 'disabled':
      return `${event.kind}/${occasion}`;
  }
}

/** `2027-10-25 14:03:09 UTC`: exact for scaled years, readable for real ones. */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

function nextSentence(due: Due | undefined): Spoken {
  if (!due) return { en: '', nl: '' };
  const at = moment(due.at);
  if (due.kind === 'check') return { en: ` Next: another check at ${at}.`, nl: ` Hierna: nog een controle op ${at}.` };
  if (due.reminder.days === 0)
    return { en: ` Next: the authorization ends at ${at}.`, nl: ` Hierna: de autorisatie eindigt op ${at}.` };
  return { en: ` Next: renewal is asked for at ${at}.`, nl: ` Hierna: om verlenging wordt gevraagd op ${at}.` };
}

/** A campaign asked the seller of a store to agree again; `reason` is the sentence the seller read. */
export function campaignNote(ask: CampaignAsk, reason: string, linkValidUntil: string): TimelineNote {
  const isFirst = ask === 'first';
  const until = moment(linkValidUntil);
  return timelineNote('campaign_asked', {
    en: `The seller was ${isFirst ? 'asked' : 'reminded'} to agree again: "${reason}" The link works until ${until}.`,
    nl: `De verkoper is ${isFirst ? 'gevraagd' : 'eraan herinnerd'} om nogmaals akkoord te gaan: "${reason}" De link werkt tot ${until}.`,
  });
}

function renewalSentence(days: number, after: StoreState): Spoken {
  if (after.status === 'expired')
    return { en: 'Reconnection was asked for.', nl: 'Er is gevraagd om opnieuw te koppelen.' };
  const { expiresAt } = after.authorization ?? {};
  return {
    en: `Renewal was asked for, ${-days} ${days === -1 ? 'day' : 'days'} before the end${expiresAt ? ` at ${moment(expiresAt)}` : ''}.`,
    nl: `Er is om verlenging gevraagd, ${-days} ${days === -1 ? 'dag' : 'dagen'} voor het einde${expiresAt ? ` op ${moment(expiresAt)}` : ''}.`,
  };
}
