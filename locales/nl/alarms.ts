import type { Messages } from '../en/index.ts';
import type { AlarmMessages, UnreadableMessages } from '../message-types.ts';

const disabledBecause = {
  gone: 'antwoordde met 410 Gone',
  failing: 'faalde drie dagen lang bij elke poging',
} as const;

const unreadable: UnreadableMessages = {
  authorization: {
    value: ({ id, names }) => `De opgeslagen autorisatie van verkoper ${id} (${names || 'geen winkel'})`,
    effect: 'De koppeling wordt niet gecontroleerd; de winkels houden hun status',
    remedy: () => 'Stuur de verkoper een koppellink van een van deze winkels: de nieuwe autorisatie vervangt deze',
  },
  consent: {
    value: ({ id, names }) => `De opgeslagen toestemming ${id} van de winkel ${names}`,
    effect: 'Ze wordt na vijf minuten geweigerd en de verkoper krijgt een nieuwe koppellink',
    remedy: () => 'Blijft deze melding staan, stuur de winkel dan een koppellink',
  },
  import_line: {
    value: ({ id }) => `Het refresh token van rij ${id.split('/')[1]} van de import ${id.split('/')[0]}`,
    effect: 'De rij wordt geweigerd',
    remedy: () => 'Importeer de rij opnieuw in een nieuw bestand',
  },
  client_secret: {
    value: () => 'Het opgeslagen client secret van onze app',
    effect: 'Perennial gebruikt het vorige zolang Amazon dat accepteert',
    remedy: () => 'Stel het client secret opnieuw in met PUT /v1/application/secret',
  },
  webhook_secret: {
    value: ({ names }) => `Een geheim van de webhook naar ${names}`,
    effect: 'Events wachten of missen de handtekening met dat geheim',
    remedy: ({ id }) => `Geef de webhook een nieuw geheim: POST /v1/webhooks/${id}/rotate-secret`,
  },
  signing_key: {
    value: () => 'De sleutel die de cookies van de console ondertekent',
    effect: 'De API vervangt een beschadigde sleutel en iedereen logt opnieuw in',
    remedy: () => 'Blijft deze melding staan, herstart dan de API',
  },
};

export const alarms: AlarmMessages = {
  fleet_breaker: {
    title: 'Veel koppelingen falen tegelijk',
    opened: ({ failing, checked }) =>
      `${failing} van ${checked} koppelingen faalden in één controleronde: de oorzaak ligt bij Amazon, niet bij de verkopers. Twee dagen lang verandert geen enkele winkel van status en de controles gaan door. Bekijk eerst de statuspagina van Amazon.`,
    closed: 'Amazon antwoordt weer voor alle winkels en de controles gaan gewoon door. U hoeft niets te doen.',
  },
  access_denied: {
    title: 'Amazon weigert de toegang tot een verkopersaccount',
    opened: ({ sellerId, region, since, requestId }) =>
      `Amazon weigert sinds ${since} de toegang tot het account van verkoper ${sellerId} in regio ${region}, hoewel de autorisatie geldig is. De winkels houden hun status. Controleer het account in Seller Central en stuur daarna het request-ID ${requestId} naar de ontwikkelaarsondersteuning van Amazon.`,
    closed:
      'Amazon geeft weer toegang tot het account van de verkoper, of geen winkel gebruikt het nog. U hoeft niets te doen.',
  },
  application_refused: {
    title: 'Amazon weigert onze app',
    opened: ({ answer }) =>
      `Amazon weigert het client secret van onze app (${answer}), dus er kan geen winkel worden gekoppeld of gecontroleerd. Geen enkele winkel verandert van status. Maak een nieuw client secret in het Solution Provider Portal van Amazon en stel het in met PUT /v1/application/secret.`,
    closed: 'Amazon accepteert onze app weer. U hoeft niets te doen: de winkels gaan vanzelf verder.',
  },
  application_secret_expiring: {
    title: 'Het client secret van onze app verloopt',
    opened: ({ daysLeft, expiresAt }) =>
      `Het LWA client secret van onze app ${daysLeft === '0' ? 'is verlopen' : `verloopt over ${daysLeft} ${daysLeft === '1' ? 'dag' : 'dagen'}`} (${expiresAt}). Zonder geldig secret kan er geen winkel worden gekoppeld of gecontroleerd. Maak een nieuw secret in het Solution Provider Portal van Amazon en stel het in met PUT /v1/application/secret; het oude werkt nog 7 dagen.`,
    closed: 'Er is een nieuw client secret in gebruik. U hoeft niets te doen.',
  },
  failed_sign_ins: {
    title: 'Veel verkeerde tokens of inlogpogingen',
    opened: ({ address, attempts }) =>
      `Binnen een minuut kwamen er meer dan ${Number(attempts) - 1} verkeerde tokens of inlogpogingen, de laatste van ${address}. Tokens van een adres dat er te veel stuurt, worden de rest van de minuut geweigerd. Herstel het programma dat ze stuurt, of blokkeer het adres vóór Perennial.`,
    closed: 'Al tien minuten stuurt geen enkel adres nog te veel verkeerde tokens. U hoeft niets te doen.',
  },
  seller_unproven: {
    title: 'Amazon zegt niet wie toestemming geeft',
    opened: ({ roles }) =>
      `Onze app mist een rol waarmee Amazon bevestigt van wie een autorisatie is, dus winkels tonen sellerProof "claimed". Verlengingen worden in plaats daarvan met de vorige autorisatie vergeleken. Vraag in het Solution Provider Portal van Amazon een van deze rollen aan: ${roles}.`,
    closed: 'Amazon bevestigt weer van wie een autorisatie is. U hoeft niets te doen.',
  },
  webhook_disabled: {
    title: 'Een webhook is uitgeschakeld',
    opened: ({ host, reason, why, webhookId }) =>
      `De webhook naar ${host} ${reason ? disabledBecause[reason] : `is mislukt (${why})`} en is daarom uitgeschakeld. Herstel de ontvanger en schakel de webhook weer in: PATCH /v1/webhooks/${webhookId} met {"enabled": true}.`,
    closed: 'De webhook is weer ingeschakeld of verwijderd. U hoeft niets te doen.',
  },
  store_workflow_gone: {
    title: 'Workflows van winkels zijn beëindigd',
    opened: ({ count, storeId }) =>
      `De Temporal-workflows van ${count === '1' ? `de winkel ${storeId}` : `${count} winkels, waaronder ${storeId},`} zijn beëindigd terwijl de winkels nog bestaan: ze zijn in Temporal gestopt of geannuleerd, of Temporal is ze kwijt. Perennial start ze opnieuw vanuit de database, met dezelfde status en dezelfde data, en mailt niemand. Blijft deze melding staan, lees dan het log van de worker. Een winkel beëindigt u met DELETE /v1/stores/${storeId}, niet in Temporal.`,
    closed:
      'Elke winkel heeft weer een lopende workflow, met de status en de data van daarvoor. U hoeft niets te doen.',
  },
  message_undeliverable: {
    title: 'Een winkel is per e-mail niet bereikbaar',
    opened: ({ store, storeId, contact, cause }) => {
      const address = contact === 'email' ? 'e-mailadres' : 'e-mailadres van de tweede contactpersoon';
      return cause === 'refused'
        ? `De mailserver weigert het ${address} van de winkel "${store}" definitief, dus op dat adres krijgt niemand bericht. Verbeter het in de instellingen van de winkel (PATCH /v1/stores/${storeId} met "${contact}") en stuur daarna een koppellink.`
        : `De mailserver heeft drie dagen lang geen e-mail aangenomen voor het ${address} van de winkel "${store}". Controleer het adres in de instellingen van de winkel (PATCH /v1/stores/${storeId} met "${contact}") en de mailserver, en stuur daarna een koppellink.`;
    },
    closed:
      'Een e-mail naar dat adres is bezorgd, het adres is gewijzigd of de winkel is verwijderd. U hoeft niets te doen.',
  },
  secret_unreadable: {
    title: 'Een opgeslagen geheim kan niet worden geopend',
    opened(params) {
      const { what, kid, cause } = params;
      const { value, effect, remedy } = unreadable[what];
      const because =
        cause === 'key_missing'
          ? `sleutel "${kid}" staat niet in ENCRYPTION_KEYS`
          : `sleutel "${kid}" past niet, want de waarde is beschadigd`;
      const toDo =
        cause === 'key_missing'
          ? `Zet "${kid}" weer in ENCRYPTION_KEYS, achter de eerste sleutel, en herstart elk proces`
          : remedy(params);
      return `${value(params)} kan niet worden geopend: ${because}. ${effect}; al het andere gaat door. ${toDo}.`;
    },
    closed: 'De waarde is weer leesbaar, vervangen of niet meer nodig. U hoeft niets te doen.',
  },
  database_step_failing: {
    title: 'PostgreSQL voert een stap niet uit',
    opened: ({ step, since, cause }) =>
      `De stap "${step}" van een workflow mislukt sinds ${since} met ${cause} en wordt herhaald tot hij lukt. Er eindigt geen workflow, maar de winkel erachter wacht. Controleer of PostgreSQL bereikbaar en beschrijfbaar is en of de schijf niet vol is, en lees daarna het log van de worker.`,
    closed: 'PostgreSQL voert elke stap weer uit en de workflows zijn verdergegaan. U hoeft niets te doen.',
  },
  workflow_task_failing: {
    title: 'Workflows kunnen niet verder',
    opened: ({ count, workflowId, cause }) =>
      `${count === '1' ? `De workflow ${workflowId} mislukt` : `${count} workflows, waaronder ${workflowId}, mislukken`} in de code van de worker (${cause}) en ${count === '1' ? 'wacht' : 'wachten'} op een verbeterde release; hun toestand blijft bewaard. Open ${workflowId} in Temporal UI voor de fout en zet daarna de release terug waarop deze workflows liepen, of een verbeterde.`,
    closed: 'Elke workflow gaat weer verder. U hoeft niets te doen.',
  },
  wrong_seller: {
    title: 'Een autorisatie is van een andere verkoper',
    opened: ({ sellerId, region, actual }) =>
      `Volgens Amazon is de autorisatie die voor verkoper ${sellerId} in regio ${region} wordt gebruikt van verkoper ${actual}. De winkels van verkoper ${sellerId} daar zijn losgekoppeld (reden seller_mismatch), zodat er niets voor een vreemde wordt aangeboden of besteld. Laat verkoper ${sellerId} opnieuw toestemming geven met een koppellink (POST /v1/stores/{id}/connect-links): één toestemming herstelt ze allemaal.`,
    closed:
      'De verkoper heeft opnieuw toestemming gegeven, of geen winkel gebruikt de autorisatie nog. U hoeft niets te doen.',
  },
  authorization_lost: {
    title: 'De autorisatie van een winkel is verloren gegaan',
    opened: ({ store, storeId }) =>
      `De database is teruggezet uit een back-up die ouder is dan de autorisatie van de winkel "${store}"; het refresh token is daardoor verloren. De winkel is losgekoppeld en de verkoper krijgt een nieuwe koppellink. Zorg dat de verkoper opnieuw toestemming geeft; nog een link: POST /v1/stores/${storeId}/connect-links.`,
    closed: 'De winkel is weer gekoppeld of is verwijderd. U hoeft niets te doen.',
  },
  store_settings_lost: {
    title: 'Instellingen van een winkel zijn verloren gegaan',
    opened: ({ store, storeId }) =>
      `De winkel "${store}" is nieuwer dan de back-up waaruit de database is teruggezet. De status en de data zijn hersteld; de e-mailadressen en de productkoppeling zijn verloren. Stel ze opnieuw in: PATCH /v1/stores/${storeId} met "email". Tot die tijd gaan e-mails over de winkel naar OPERATOR_EMAIL, of worden ze niet verzonden als die niet is ingesteld.`,
    closed: 'Het e-mailadres van de winkel is opnieuw ingesteld of de winkel is verwijderd. U hoeft niets te doen.',
  },
};

export const operatorNotice: Messages['operatorNotice'] = {
  subject: { opened: (title) => `Alarm: ${title}`, closed: (title) => `Opgelost: ${title}` },
  since: (openedAt) => `Sinds ${openedAt}. U krijgt bericht wanneer het voorbij is.`,
  lasted: (openedAt, closedAt, alarm) => `Het duurde van ${openedAt} tot ${closedAt}. De melding was: ${alarm}`,
};
