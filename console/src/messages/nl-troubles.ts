import type { troubles as english } from './en-troubles.ts';

/** What can go wrong, in Dutch. */
export const troubles: Readonly<Record<keyof typeof english, string>> = {
  'connection.lost': 'De liveverbinding is weg. Wat u ziet kan verouderd zijn; de verbinding wordt hersteld.',
  'trouble.title': 'Dit kon niet worden geladen',
  'trouble.retry': 'Opnieuw proberen',
  'trouble.noAnswer': 'Perennial gaf geen antwoord. Controleer uw verbinding en probeer het opnieuw.',
  'trouble.requestId': 'Verzoek {id}',
  'trouble.crashTitle': 'Deze pagina is stukgegaan',
  'trouble.crash': 'Er ging iets mis in de console. Er is niets door veranderd. Laad de pagina opnieuw.',
  'trouble.reload': 'Opnieuw laden',
  'notFound.title': 'Hier is niets',
  'notFound.text': 'Dit adres hoort niet bij de console. Alle winkels staan op de startpagina.',
  'notFound.home': 'Naar Start',
  'problem.store_name_taken': 'Er bestaat al een winkel met deze naam. Kies een andere naam.',
  'problem.store_exists': 'De verkoper heeft al een winkel voor dit land.',
  'problem.store_not_found': 'Deze winkel is er niet.',
  'problem.store_deleted': 'De winkel is verwijderd.',
  'problem.store_creating': 'De winkel is nog niet vastgelegd. Probeer het zo nog eens.',
  'problem.setup_not_finished': 'De winkel is nooit gekoppeld. Koppel die eerst.',
  'problem.store_not_connected': 'De winkel is niet gekoppeld. Koppel die eerst.',
  'problem.campaign_not_found': 'Deze campagne bestaat niet. Kijk in de lijst van campagnes.',
  'problem.campaign_over': 'De campagne is afgelopen. Maak een nieuwe om het nogmaals te vragen.',
  'problem.store_workflow_gone': 'De workflow van deze winkel is beëindigd. Een operator moet die opnieuw starten.',
  'problem.invalid_body': 'Er staan fouten in de velden.',
  'problem.too_many_requests': 'Te veel verzoeken tegelijk. Wacht even en probeer het opnieuw.',
  'problem.temporal_unavailable':
    'Wijzigen kan nu niet, omdat de workflowdienst geen antwoord geeft. Probeer het zo nog eens.',
  'problem.commerce_unavailable': 'Adobe Commerce kan nu niet worden gevraagd. Probeer het zo nog eens.',
  'problem.database_unavailable': 'De database geeft geen antwoord. Probeer het zo nog eens.',
  'problem.foreign_origin':
    'Deze pagina is geopend onder een ander adres dan Perennial verwacht. Open het openbare adres.',
  'problem.forbidden': 'Uw rol is hiervoor niet genoeg. Vraag het een beheerder.',
  'problem.other':
    'Er ging bij ons iets mis. Probeer het opnieuw; blijft het zo, meld het dan aan wie Perennial beheert.',
};
