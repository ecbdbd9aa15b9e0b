import type { ReasonMessages } from '../message-types.ts';

export const reasons: ReasonMessages = {
  code_expired: () =>
    'De autorisatiecode van Amazon was al verlopen toen die werd gebruikt. Open de nieuwe koppellink en geef opnieuw toestemming.',
  superseded: () => 'Een nieuwere toestemming is hiervoor in de plaats gekomen. U hoeft niets te doen.',
  no_refresh_token: () =>
    'Amazon nam de autorisatiecode aan maar stuurde geen refresh token; dat is een fout van Amazon. Open de nieuwe koppellink en geef opnieuw toestemming.',
  exchange_interrupted: () =>
    'Het antwoord van Amazon op de autorisatiecode ging verloren voordat het kon worden opgeslagen, en een code werkt maar één keer. Open de nieuwe koppellink en geef opnieuw toestemming.',
  exchange_timed_out: () =>
    'Amazon heeft de autorisatiecode niet ingewisseld binnen de vijf minuten dat die geldig is. Open de nieuwe koppellink en geef opnieuw toestemming.',
  seller_mismatch: ({ actual, expected, claimedBy }) => {
    const seller = actual ? `Verkoper ${actual}` : 'Een ander verkopersaccount';
    if (claimedBy === 'file')
      return `${actual ? `Het refresh token is van verkoper ${actual}` : 'Het refresh token is van een ander verkopersaccount'}, maar in het bestand staat verkoper ${expected}. Verbeter de verkoper of het token van de regel en importeer die opnieuw.`;
    if (claimedBy === 'consent')
      return `${seller} gaf toestemming, maar die kwam binnen op naam van verkoper ${expected}. Log bij Seller Central in met het account van deze winkel en open de koppellink opnieuw.`;
    return `${seller} gaf toestemming, maar deze winkel hoort bij verkoper ${expected}. Log bij Seller Central in als ${expected} en open de koppellink opnieuw.`;
  },
  store_exists: ({ sellerId, country, existing }) =>
    `Verkoper ${sellerId} is voor ${country} al gekoppeld via de winkel "${existing}". Gebruik die winkel of verwijder die eerst.`,
  store_name_taken: ({ name }) => `Er bestaat al een winkel met de naam "${name}". Kies een andere naam.`,
  not_participating: ({ sellerId, country }) =>
    `Verkoper ${sellerId} verkoopt niet in ${country}. Meld u in Seller Central aan voor die marktplaats en koppel daarna opnieuw.`,
  account_not_eligible: () =>
    'Met dit account kunt u bij Amazon geen apps autoriseren: dat kan alleen de hoofdgebruiker van een Professional-account. Stap over op een Professional-account of log in als die gebruiker en koppel daarna opnieuw.',
  access_denied: ({ sellerId, requestId }) =>
    `Amazon weigert de toegang tot het account van verkoper ${sellerId} (request-ID ${requestId}), hoewel de autorisatie geldig is. Controleer het account en de rollen van de app in Seller Central; is daar niets mis, stuur dan het request-ID naar de ontwikkelaarsondersteuning van Amazon.`,
  authorization_revoked: ({ sellerId }) =>
    `Verkoper ${sellerId} heeft de autorisatie bij Amazon ingetrokken. Koppel de winkel opnieuw.`,
  authorization_expired: () =>
    'De autorisatie is na een jaar verlopen zonder verlenging. Koppel de winkel opnieuw: de instellingen zijn bewaard.',
  disconnected_by_admin: () =>
    'Een beheerder heeft deze winkel losgekoppeld. Koppel de winkel opnieuw om verder te gaan.',
  authorization_unreadable: () =>
    'Perennial kan de opgeslagen autorisatie niet meer lezen; de verkoper heeft alles goed gedaan. Open de nieuwe koppellink en geef opnieuw toestemming.',
  authorization_lost: () =>
    'Wij hebben onze gegevens teruggezet uit een back-up die ouder is dan deze autorisatie en hebben haar daardoor niet meer. Dat ligt aan ons, niet aan u. Open de nieuwe koppellink en geef opnieuw toestemming: de instellingen zijn bewaard.',
};
