import type { alarms as english } from '../en/alarms.ts';

export const alarms: Readonly<Record<keyof typeof english, string>> = {
  'alarm.since': 'Sinds {date}:',
  'alarm.fleet_breaker':
    'Veel koppelingen mislukken tegelijk: de oorzaak ligt bij Amazon, niet bij de verkopers. Geen winkel verandert van status. Kijk eerst op de statuspagina van Amazon.',
  'alarm.access_denied':
    'Amazon weigert al dagen de toegang tot het account van een verkoper, hoewel de autorisatie geldig is. Controleer het account in Seller Central.',
  'alarm.application_refused':
    'Amazon weigert het client secret van onze app, dus er kan geen winkel worden gekoppeld of gecontroleerd. Geen winkel verandert van status. Maak een nieuw LWA client secret aan en dien het in.',
  'alarm.application_secret_expiring':
    'Het client secret van onze app verloopt binnenkort of is verlopen. Maak een nieuw LWA client secret aan en dien het in.',
  'alarm.failed_sign_ins':
    'Binnen een minuut kwamen er veel verkeerde tokens of inlogpogingen. Herstel het programma dat ze stuurt, of blokkeer het adres vóór Perennial.',
  'alarm.seller_unproven':
    'Onze app mist een rol waarmee Amazon bevestigt wie toestemming geeft. Vraag in het Solution Provider Portal de rol Product Listing aan.',
  'alarm.webhook_disabled':
    'Een webhook-endpoint is uitgeschakeld, omdat het drie dagen lang fouten gaf of meldde niet meer te bestaan. Herstel het en schakel het daarna weer in.',
  'alarm.store_workflow_gone':
    'De workflows van enkele winkels zijn beëindigd terwijl de winkels nog bestaan. Ze worden opnieuw gestart met dezelfde status en data; wilt u een winkel beëindigen, verwijder die dan hier en niet in Temporal.',
  'alarm.message_undeliverable':
    'Een winkel is per e-mail niet bereikbaar: de mailserver weigert het adres. Verbeter het e-mailadres in de instellingen van de winkel en stuur daarna een koppellink.',
  'alarm.secret_unreadable':
    'Een opgeslagen geheim kan niet worden geopend: de sleutel ontbreekt of de waarde is beschadigd. Alleen deze waarde is getroffen; de API (GET /v1/alarms) noemt welke en wat te doen.',
  'alarm.database_step_failing':
    'PostgreSQL voert een stap van een workflow niet uit; die wordt herhaald tot hij lukt. Controleer of PostgreSQL bereikbaar en beschrijfbaar is en lees daarna het log van de worker.',
  'alarm.workflow_task_failing':
    'Enkele workflows mislukken in de code van de worker en wachten op een verbeterde release. Open er een in Temporal UI voor de fout.',
  'alarm.wrong_seller':
    'Een autorisatie is van een andere verkoper: de winkels zijn losgekoppeld. Laat de juiste verkoper opnieuw toestemming geven met een koppellink.',
  'alarm.authorization_lost':
    'De database is teruggezet uit een back-up die ouder is dan de autorisatie van een winkel. De winkel is losgekoppeld en de verkoper heeft een nieuwe koppellink: zorg dat de verkoper opnieuw toestemming geeft.',
  'alarm.store_settings_lost':
    'De database is teruggezet uit een back-up die ouder is dan een winkel. De e-mailadressen en de productkoppeling zijn verloren: vul ze opnieuw in bij de instellingen van de winkel.',
};
