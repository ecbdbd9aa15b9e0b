import type { preparing as english } from './en-preparing.ts';

/** How a connection lives, and the pre-setup tasks, in Dutch. */
export const preparing: Readonly<Record<keyof typeof english, string>> = {
  'learning.title': 'Leren en voorbereiden',
  'learning.intro':
    'Wat klaar moet zijn voordat een winkel kan verkopen, en hoe de koppeling met Amazon blijft bestaan.',
  'learning.yearTitle': 'Hoe een koppeling leeft',
  'learning.year1': 'U voegt een winkel toe en stuurt de verkoper de koppellink, of opent die zelf.',
  'learning.year2':
    'De verkoper logt in bij Seller Central en gaat akkoord. Amazon wordt gevraagd of de winkel daar echt mag verkopen.',
  'learning.year3':
    'De autorisatie duurt 365 dagen. 30, 14, 7, 3 en 1 dagen voor het einde wordt de verkoper gevraagd te verlengen; intussen stopt er niets.',
  'learning.year4':
    'Na verlenging telt vanaf die dag een nieuw jaar. Zonder verlenging verloopt de winkel, blijven de instellingen bewaard, en is één akkoord genoeg om terug te komen.',
  'tasks.title': 'Voorbereidende taken',
  'tasks.intro':
    'Acht dingen om klaar te hebben. Wat te controleren is, controleert Perennial; de rest vinkt u zelf af.',
  'tasks.progress': '{done} van {count} gedaan',
  'tasks.continue': 'Verder: winkel toevoegen',
  'tasks.later': 'U vindt deze taken terug onder Leren en voorbereiden.',
  'tasks.markDone': 'Gedaan',
  'tasks.doneBy': 'Afgevinkt door {who} op {date}',
  'tasks.doneAt': 'Afgevinkt op {date}',
  'tasks.unknown': 'Commerce kon niet worden gevraagd',
  'tasks.passed': 'Gecontroleerd: in orde',
  'tasks.failed': 'Gecontroleerd: nog niet in orde',
  'tasks.away': 'De takenlijst kan nu niet worden gelezen. U kunt doorgaan en er later op terugkomen.',
  'task.cron.title': 'Zet de cron van Commerce aan',
  'task.cron.text':
    'Commerce praat op de achtergrond met Amazon, via cron-taken. Kijk in Commerce Admin bij System, Cron Tasks, of vraag de beheerder van uw Commerce of cron elke minuut draait.',
  'task.professional_account.title': 'Heb een Professional-account bij Seller Central',
  'task.professional_account.text':
    'Alleen Professional-verkoopaccounts mogen van Amazon toepassingen koppelen, en alleen hun hoofdgebruiker. U hebt één account nodig voor Noord-Amerika (Verenigde Staten, Canada, Mexico) of voor Europa (Verenigd Koninkrijk).',
  'task.approved_seller.title': 'Wees een goedgekeurde verkoper',
  'task.approved_seller.text':
    'In Seller Central heeft het account geen beperkingen en zijn het retourbeleid, de belasting en de verzending ingesteld.',
  'task.vat.title': 'Stel de btw voor het Verenigd Koninkrijk in',
  'task.vat.text':
    'Alleen voor winkels in het Verenigd Koninkrijk: het btw-nummer staat in Seller Central en Commerce berekent btw voor die website.',
  'task.attributes.title': 'Maak attributen voor product-id’s',
  'task.attributes.text':
    'Amazon herkent uw producten aan ASIN, EAN, ISBN, UPC of GCID. De catalogus van Commerce heeft een productattribuut nodig voor elk soort id dat u gebruikt.',
  'task.currency.title': 'Stel de valuta en de omrekening in',
  'task.currency.text':
    'De website verkoopt in de valuta van de marktplaats, of Commerce heeft een wisselkoers daarheen (Amerikaanse dollar, Canadese dollar, Mexicaanse peso, Brits pond).',
  'task.condition.title': 'Maak een attribuut voor de staat',
  'task.condition.text':
    'Amazon wil weten of een product nieuw, opgeknapt of gebruikt is. Verkoopt u meer dan alleen nieuwe producten, dan zegt een productattribuut in Commerce dat.',
  'task.shipping.title': 'Kies de verzendmethode in Seller Central',
  'task.shipping.text':
    'Seller Central heeft een verzendsjabloon voor wat u zelf verstuurt. De methoden daarin bepalen wat kopers betalen en wanneer het pakket komt.',
};
