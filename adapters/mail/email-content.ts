import type { OutgoingMessage } from '../../activities/ports.ts';
import { countryName, formatDateTime } from '../../locales/format.ts';
import { type Locale, messages } from '../../locales/index.ts';
import { reasonText } from '../../locales/reason-text.ts';

/** A notification e-mail in one language, without any layout. */
export interface EmailContent {
  readonly subject: string;
  /** What happened or will happen, and when. */
  readonly news: readonly string[];
  readonly stores: readonly string[];
  /** The one thing to do. */
  readonly request: string;
  readonly button: string;
  readonly linkValidity: string;
  readonly reassurance: string;
}

export function emailContent({ content, stores, linkValidUntil }: OutgoingMessage, locale: Locale): EmailContent {
  const t = messages[locale].emails;
  const { subject, news, button, reassurance } = t;
  const names = subjectNames(stores, locale);
  const common = {
    stores: stores.map(({ name, country, website }) => t.store(name, countryName(country, locale), website)),
    request: t.request,
    linkValidity: t.linkValidity(formatDateTime(linkValidUntil, locale)),
  };
  switch (content.kind) {
    case 'connect_again': {
      const connection = content.connection ?? 'ended';
      const buttons = { ended: button.reconnect, kept: button.authorizeAgain, none_yet: button.authorize };
      return {
        ...common,
        subject: subject.connect_again[connection](names),
        news: [news.connect_again[connection](stores.length), reasonText(content.reason, locale)],
        button: buttons[connection],
        reassurance: connection === 'kept' ? reassurance.nothingChanges : reassurance.settingsKept,
      };
    }
    case 'connect_link':
      return {
        ...common,
        subject: subject.connect_link(names),
        news: [news.connect_link],
        button: button.authorize,
        reassurance: reassurance.onceAYear,
      };
    case 'campaign':
      return {
        ...common,
        subject: subject.campaign(names),
        news: [news.campaign[content.ask](stores.length), content.reason],
        button: button.authorizeAgain,
        reassurance: reassurance.nothingChanges,
      };
    case 'renewal':
      return {
        ...common,
        subject: subject.renewal(names, content.days),
        news: [news.renewal(stores.length, content.days, formatDateTime(content.expiresAt, locale))],
        button: content.days < 0 ? button.renew : button.reconnect,
        reassurance: content.days < 0 ? reassurance.stillWorking : reassurance.settingsKept,
      };
  }
}

/** Only the first store by name: a long list would push the news out of the subject. */
function subjectNames(stores: OutgoingMessage['stores'], locale: Locale): string {
  const [first, ...others] = stores;
  const name = first?.name ?? 'Amazon';
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return others.length > 0 ? messages[locale].emails.andMore(short, others.length) : short;
}
