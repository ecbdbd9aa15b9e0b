import type { Messages } from '../en/index.ts';
import { formatUtc } from '../format-utc.ts';

const inDays = (days: number) => `${days} ${days === 1 ? 'dag' : 'dagen'}`;
const these = (stores: number) => (stores === 1 ? 'deze winkel' : 'deze winkels');

function ending(days: number): string {
  if (days === 0) return 'is vandaag verlopen';
  return days < 0 ? `verloopt over ${inDays(-days)}` : `is ${inDays(days)} geleden verlopen`;
}

export const emails: Messages['emails'] = {
  store: (name, country, website) => `${name} (${country}, website ${website})`,
  andMore: (name, others) => `${name} en nog ${others}`,
  subject: {
    renewal: (names, days) => `${names}: Amazon-autorisatie ${ending(days)}`,
    connect_again: {
      ended: (names) => `${names}: koppel opnieuw aan Amazon`,
      kept: (names) => `${names}: de verlenging bij Amazon is niet gelukt`,
      none_yet: (names) => `${names}: het koppelen aan Amazon is niet gelukt`,
    },
    connect_link: (names) => `${names}: koppel aan Amazon`,
    campaign: (names) => `${names}: geef opnieuw toestemming bij Amazon`,
  },
  news: {
    renewal: (stores, days, expiresAt) => `De Amazon-autorisatie van ${these(stores)} ${ending(days)}: ${expiresAt}.`,
    connect_again: {
      ended: (stores) =>
        stores === 1
          ? 'Deze winkel is niet langer aan Amazon gekoppeld.'
          : 'Deze winkels zijn niet langer aan Amazon gekoppeld.',
      kept: (stores) =>
        `De autorisatie van ${these(stores)} is niet verlengd. De bestaande autorisatie blijft geldig en alles blijft werken.`,
      none_yet: (stores) => `Het koppelen van ${these(stores)} aan Amazon is niet voltooid.`,
    },
    connect_link: 'Wilt u deze winkel bij Amazon autoriseren?',
    campaign: {
      first: (stores) => `Wilt u ${these(stores)} opnieuw autoriseren bij Amazon?`,
      reminder: (stores) => `Ter herinnering: wilt u ${these(stores)} opnieuw autoriseren bij Amazon?`,
    },
  },
  request: 'Open deze link, log bij Amazon in als de verkoper en geef toestemming. Het duurt een paar minuten.',
  button: {
    renew: 'Autorisatie verlengen',
    reconnect: 'Opnieuw koppelen',
    authorize: 'Autoriseren bij Amazon',
    authorizeAgain: 'Opnieuw autoriseren',
  },
  linkValidity: (until) =>
    `De link is geldig tot ${until}. Beheert iemand anders het Amazon-account? Stuur deze e-mail dan door.`,
  reassurance: {
    stillWorking: 'Tot die tijd blijft alles werken en gaat er niets verloren: de instellingen blijven bewaard.',
    nothingChanges:
      'Tot die tijd verandert er niets: de instellingen blijven bewaard. Met uw toestemming is de autorisatie ook weer een jaar verlengd.',
    settingsKept:
      'Verder gaat er niets verloren: de instellingen van de winkel blijven bewaard, en de winkel gaat verder zodra de verkoper toestemming heeft gegeven.',
    onceAYear: 'Dit is één keer per jaar nodig. U kunt de autorisatie altijd intrekken in Seller Central.',
  },
};

export const renewalCalendar: Messages['renewalCalendar'] = {
  name: 'Amazon-verlengingen',
  summary: (name) => `Amazon-autorisatie van ${name} verloopt`,
  description: (store, expiresAt) =>
    `${store} is geautoriseerd tot ${formatUtc(expiresAt)}. Verleng de autorisatie vóór die tijd met een koppellink.`,
};

export const calendar: Messages['calendar'] = {
  summary: (names) => `Amazon-autorisatie verloopt: ${names}`,
  description: 'Verleng de autorisatie vóór deze datum met de link in onze laatste e-mail.',
};
