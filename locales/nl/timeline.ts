import type { DropReason } from '../../domain/message-judgement.ts';
import type { SettingsChange, StoreEmail } from '../../domain/timeline.ts';
import { formatUtc } from '../format-utc.ts';
import type { NextStepMessages, TimelineMessages } from '../message-types.ts';

export const timeline: TimelineMessages = {
  created: () => 'Winkel aangemaakt. Volgende stap: de verkoper geeft toestemming bij Amazon.',
  authorization_received: () =>
    'De verkoper heeft bij Amazon toestemming gegeven. Volgende stap: de koppeling wordt gecontroleerd.',
  authorization_reused: ({ sellerId }) =>
    `De bestaande autorisatie van verkoper ${sellerId} wordt gebruikt. Volgende stap: de koppeling wordt gecontroleerd.`,
  authorization_refused: ({ reason, isConnected }, reasonText) =>
    `${reasonText(reason)}${isConnected ? ' De winkel blijft werken.' : ''}`,
  active: ({ sellerId, expiresAt }) => `Gekoppeld aan verkoper ${sellerId} tot ${formatUtc(expiresAt)}.`,
  renewed: ({ sellerId, expiresAt }) => `Autorisatie van verkoper ${sellerId} verlengd tot ${formatUtc(expiresAt)}.`,
  renewal_requested: ({ daysLeft, expiresAt }) =>
    daysLeft === undefined
      ? 'Er is gevraagd om opnieuw te koppelen.'
      : `Er is om verlenging gevraagd, ${daysLeft} ${daysLeft === 1 ? 'dag' : 'dagen'} voordat de autorisatie verloopt${expiresAt ? ` op ${formatUtc(expiresAt)}` : ''}.`,
  expired: ({ reason }, reasonText) => (reason ? reasonText(reason) : 'De autorisatie is verlopen.'),
  check_passed: () => 'De koppeling is gecontroleerd en werkt.',
  check_failed: ({ reason }, reasonText) => `Een controle is mislukt: ${reasonText(reason)}`,
  check_inconclusive: () => 'De controle kreeg geen antwoord van Amazon; er verandert niets.',
  recovered: () => 'Amazon antwoordt weer: de koppeling werkt.',
  disconnected: ({ reason }, reasonText) => reasonText(reason),
  enabled: () => 'Winkel geactiveerd.',
  disabled: () => 'Winkel gedeactiveerd; het jaar van de autorisatie loopt door.',
  deleted: () => 'Winkel verwijderd en geheimen vernietigd. Deze tijdlijn blijft bewaard.',
  settings_changed: ({ changes }) => changes.map(settingsChange).join(' '),
  connect_links_ended: () =>
    'Alle koppellinks van de winkel zijn beëindigd. Maak een nieuwe om te koppelen of te verlengen.',
  connect_link_created: ({ validUntil }) => `Koppellink gemaakt, geldig tot ${formatUtc(validUntil)}.`,
  amazon_unavailable: ({ cause, requestId }) => {
    if (cause === 'throttled')
      return 'Amazon beperkt op dit moment het aantal aanvragen. U hoeft niets te doen: we blijven het proberen.';
    if (cause === 'outage') return 'Amazon reageert niet. U hoeft niets te doen: we blijven het proberen.';
    return `Amazon weigert op dit moment de toegang tot het account van de verkoper${requestId ? ` (request-ID ${requestId})` : ''}; er verandert niets. U hoeft niets te doen: we blijven het proberen.`;
  },
  application_refused: () =>
    'Amazon weigert onze app, niet de verkoper. Een operator moet het LWA client secret vernieuwen; daarna gaat de winkel vanzelf verder.',
  message_sent: ({ email, onlyTo }) =>
    onlyTo
      ? `${emailNames[email]} is alleen naar de tweede contactpersoon gemaild: de mailserver weigert het andere adres definitief. Verbeter het e-mailadres van de winkel.`
      : `${emailNames[email]} is gemaild.`,
  message_delayed: ({ email }) =>
    `${emailNames[email]} kon nog niet worden gemaild; we blijven het drie dagen proberen.`,
  message_failed: ({ email, isRefused }) =>
    isRefused
      ? `${emailNames[email]} kon niet worden gemaild: de mailserver weigert het adres definitief. Verbeter het e-mailadres van de winkel en stuur daarna zelf een koppellink.`
      : `${emailNames[email]} kon niet worden gemaild. Controleer het e-mailadres en stuur zelf een koppellink.`,
  campaign_asked: ({ email, campaignReason, linkValidUntil }) =>
    `${email === 'first' ? 'De verkoper is gevraagd om opnieuw toestemming te geven' : 'De verkoper is eraan herinnerd om opnieuw toestemming te geven'}: "${campaignReason}" De link is geldig tot ${formatUtc(linkValidUntil)}.`,
  authorization_undone: ({ sellerId, isConnected }) =>
    isConnected
      ? `De verkoper heeft de autorisatie van verkoper ${sellerId} ongedaan gemaakt. De vorige autorisatie geldt weer.`
      : `De verkoper heeft de koppeling met verkoper ${sellerId} ongedaan gemaakt. Stuur een nieuwe koppellink om de winkel te koppelen.`,
  message_dropped: ({ email, why }) => `${emailNames[email]} is niet gemaild: ${dropped[why]}`,
};

export const nextStep: NextStepMessages = {
  check: (at) => `Volgende stap: nog een controle op ${at}.`,
  expiry: (at) => `Volgende stap: de autorisatie verloopt op ${at}.`,
  renewal_request: (at) => `Volgende stap: een verzoek om te verlengen op ${at}.`,
  renewal_reminder: (at) => `Volgende stap: een herinnering op ${at}.`,
};

const emailNames: Readonly<Record<StoreEmail, string>> = {
  renewal: 'Het verzoek om te verlengen',
  connect_again: 'Het verzoek om opnieuw te koppelen',
  connect_link: 'De koppellink',
  campaign: 'Het verzoek om opnieuw toestemming te geven',
};

const dropped: Readonly<Record<DropReason, string>> = {
  connected: 'de winkel is weer gekoppeld.',
  renewed: 'de autorisatie is verlengd.',
  disconnected: 'de winkel is losgekoppeld.',
  superseded: 'een nieuwere e-mail komt ervoor in de plaats.',
};

function settingsChange(change: SettingsChange): string {
  switch (change.field) {
    case 'name':
      return `De naam is gewijzigd in "${change.name}".`;
    case 'email':
      return 'Het e-mailadres is gewijzigd.';
    case 'secondEmail':
      return change.isRemoved ? 'De tweede contactpersoon is verwijderd.' : 'De tweede contactpersoon is gewijzigd.';
    case 'productMapping':
      return change.mapping
        ? `Producten worden nu herkend aan ${change.mapping.productIdType}, uit het attribuut ${change.mapping.attributeCode}.`
        : 'De productkoppeling is verwijderd.';
  }
}
