import type { preSetup as english } from '../en/pre-setup.ts';

export const preSetup: Readonly<Record<keyof typeof english, string>> = {
  'learning.intro':
    'Wat u voorbereidt voordat een winkel kan verkopen, en hoe de koppeling met Amazon in stand blijft.',
  'learning.howTitle': 'Hoe het werkt',
  'learning.step1': 'U voegt een winkel toe en stuurt de verkoper de koppellink, of opent die zelf.',
  'learning.step2':
    'De verkoper logt in bij Seller Central en geeft toestemming. Perennial controleert daarna bij Amazon of de verkoper daar kan verkopen.',
  'learning.step3':
    'De autorisatie is 365 dagen geldig. De verkoper krijgt 30, 14, 7, 3 en 1 dagen voor het einde een herinnering om te verlengen. Tot dan blijft de winkel werken.',
  'learning.step4':
    'Na verlenging begint op die dag een nieuw jaar. Zonder verlenging verloopt de winkel, maar blijven de instellingen bewaard. De winkel werkt weer zodra de verkoper opnieuw toestemming geeft.',
  'tasks.title': 'Voorbereidende taken',
  'tasks.intro': 'Acht dingen om voor te bereiden. Perennial controleert wat het kan; de rest vinkt u zelf af.',
  'tasks.progress': '{done} van {count} gedaan',
  'tasks.continue': 'Verder: winkel toevoegen',
  'tasks.later': 'U vindt deze taken later terug onder Leren en voorbereiden.',
  'tasks.markDone': 'Gedaan',
  'tasks.doneBy': 'Afgevinkt door {who} op {date}',
  'tasks.doneAt': 'Afgevinkt op {date}',
  'tasks.unknown': 'Commerce was niet bereikbaar',
  'tasks.passed': 'Gecontroleerd: in orde',
  'tasks.failed': 'Gecontroleerd: nog niet in orde',
  'tasks.unavailable': 'De stand van de taken kon niet worden geladen. U kunt doorgaan en later terugkomen.',
  'task.cron.title': 'Schakel cron in Commerce in',
  'task.cron.text':
    'Commerce communiceert op de achtergrond met Amazon, via cron-taken. Kijk in Commerce Admin bij System > Cron Tasks, of vraag uw Commerce-beheerder of cron elke minuut draait.',
  'task.professional_account.title': 'Zorg voor een Professional-account bij Seller Central',
  'task.professional_account.text':
    'Bij Amazon kan alleen de hoofdgebruiker van een Professional-verkoopaccount apps koppelen. U hebt één account nodig voor Noord-Amerika (Verenigde Staten, Canada, Mexico) of voor Europa (Verenigd Koninkrijk).',
  'task.approved_seller.title': 'Zorg dat u een goedgekeurde verkoper bent',
  'task.approved_seller.text':
    'In Seller Central heeft het account geen beperkingen en zijn het retourbeleid, de belasting en de verzending ingesteld.',
  'task.vat.title': 'Stel de btw voor het Verenigd Koninkrijk in',
  'task.vat.text':
    'Alleen voor winkels in het Verenigd Koninkrijk: vul het btw-nummer in bij Seller Central en laat Commerce btw berekenen voor die website.',
  'task.attributes.title': 'Maak attributen voor product-id’s',
  'task.attributes.text':
    'Amazon herkent uw producten aan ASIN, EAN, ISBN, UPC of GCID. De catalogus van Commerce heeft een productattribuut nodig voor elk soort id dat u gebruikt.',
  'task.currency.title': 'Stel de valuta en de wisselkoers in',
  'task.currency.text':
    'De website gebruikt de valuta van de marktplaats, of Commerce heeft een wisselkoers daarvoor (Amerikaanse dollar, Canadese dollar, Mexicaanse peso, Brits pond).',
  'task.condition.title': 'Maak een attribuut voor de staat van producten',
  'task.condition.text':
    'Amazon moet weten of een product nieuw, opgeknapt of gebruikt is. Verkoopt u niet alleen nieuwe producten, maak daarvoor dan een productattribuut in Commerce.',
  'task.shipping.title': 'Kies de verzendmethode in Seller Central',
  'task.shipping.text':
    'Seller Central heeft een verzendsjabloon voor bestellingen die u zelf verstuurt. De verzendmethoden bepalen wat kopers betalen en welke levertijd hun wordt beloofd.',
};
