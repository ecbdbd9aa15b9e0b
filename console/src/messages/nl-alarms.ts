import type { alarms as english } from './en-alarms.ts';

/** What concerns the whole installation, in Dutch. */
export const alarms: Readonly<Record<keyof typeof english, string>> = {
  'alarm.since': 'Sinds {date}:',
  'alarm.fleet_breaker':
    'Veel koppelingen mislukken tegelijk: de oorzaak ligt bij Amazon, niet bij de verkopers. Geen winkel verandert van status en de controles gaan vanzelf door. Kijk eerst op de statuspagina van Amazon.',
  'alarm.application_refused':
    'Amazon weigert het clientgeheim van onze toepassing: er kan geen winkel worden gekoppeld of gecontroleerd. Geen winkel verandert van status. Maak een nieuw LWA-clientgeheim en geef het door.',
  'alarm.application_secret_expiring':
    'Het clientgeheim van onze toepassing verloopt binnenkort of is verlopen; zonder geldig geheim kan geen winkel worden gekoppeld of gecontroleerd. Maak een nieuw LWA-clientgeheim en geef het door.',
  'alarm.webhook_disabled':
    'Een webhook is uitgeschakeld, omdat die antwoordde niet meer te bestaan of drie dagen lang mislukte. Herstel de ontvanger en schakel de webhook daarna weer in.',
};
