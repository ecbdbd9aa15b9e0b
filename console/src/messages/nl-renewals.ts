import type { renewals as english } from './en-renewals.ts';

/** What is said about renewals, in Dutch. */
export const renewals: Readonly<Record<keyof typeof english, string>> = {
  'renewals.title': 'Verlengingen',
  'renewals.year': 'Het jaar in één oogopslag',
  'renewals.monthLabel':
    '{month}: {count, plural, =0 {geen verlenging} one {# verlenging} other {# verlengingen}}, {asked} gevraagd, {ended} geëindigd',
  'renewals.before': 'Vóór {month}',
  'renewals.earlier': 'Eerder',
  'renewals.legend': 'Wat de kleuren betekenen',
  'renewals.need.settled': '{count} gekoppeld, nog niets te doen',
  'renewals.need.asked': '{count} gevraagd te verlengen',
  'renewals.need.ended': '{count} geëindigd zonder verlenging',
  'renewals.atRisk': 'In gevaar',
  'renewals.all': 'Alle verlengingen',
  'renewals.inMonth': 'Eindigend in {month}',
  'renewals.endedBefore': 'Geëindigd vóór {month}',
  'renewals.show': 'Tonen',
  'renewals.subscribe': 'Agenda',
  'renewals.subscribeHint':
    'Eén afspraak per winkel. Een agendaprogramma dat het adres volgt, toont elke wijziging vanzelf en hoeft niet in te loggen: houd het adres voor uzelf.',
  'renewals.download': 'Agenda downloaden',
  'renewals.copyAddress': 'Abonnementslink kopiëren',
  'renewals.addressCopied': 'Het adres van uw agenda is gekopieerd.',
  'renewals.address': 'Adres van uw agenda',
  'renewals.addressOnce': 'Alleen nu te zien. Plak het in uw agendaprogramma; een beheerder kan het intrekken.',
  'renewals.selectAll': 'Alles selecteren',
  'renewals.select': '{name} selecteren',
  'renewals.selected': '{count, plural, one {# geselecteerd} other {# geselecteerd}}',
  'renewals.copyLinks': 'Links kopiëren',
  'renewals.mailLinks': 'Links mailen',
  'renewals.making': '{done} van {count} links…',
  'renewals.copied':
    '{count, plural, one {# link is gekopieerd} other {# links zijn gekopieerd}}, elk op een regel met de winkel.',
  'renewals.mailed': '{count, plural, one {# link is onderweg} other {# links zijn onderweg}} naar de verkopers.',
  'renewals.someFailed':
    '{count, plural, one {# link kon niet worden gemaakt} other {# links konden niet worden gemaakt}}. {why}',
  'renewals.emptyTitle': 'Nog niets te verlengen',
  'renewals.empty':
    'Elke gekoppelde winkel staat hier met de dag waarop de autorisatie eindigt. 30 dagen daarvoor wordt vanzelf om verlenging gevraagd.',
  'renewals.noneMatch': 'Dan eindigt geen winkel.',
  'renewals.clear': 'Selectie wissen',
};
