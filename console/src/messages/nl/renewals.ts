import type { renewals as english } from '../en/renewals.ts';

export const renewals: Readonly<Record<keyof typeof english, string>> = {
  'renewals.year': 'Het jaar in één oogopslag',
  'renewals.monthLabel':
    '{month}: {count, plural, =0 {geen verlengingen} one {# verlenging} other {# verlengingen}}, {requested} gevraagd, {ended} verlopen',
  'renewals.before': 'Vóór {month}',
  'renewals.earlier': 'Eerder',
  'renewals.legend': 'Legenda',
  'renewals.state.settled': '{count} gekoppeld, nog niets te doen',
  'renewals.state.requested': '{count} om verlenging gevraagd',
  'renewals.state.ended': '{count} verlopen zonder verlenging',
  'renewals.atRisk': 'Loopt risico',
  'renewals.all': 'Alle verlengingen',
  'renewals.inMonth': 'Verloopt in {month}',
  'renewals.endedBefore': 'Verlopen vóór {month}',
  'renewals.show': 'Tonen',
  'renewals.subscribe': 'Agenda',
  'renewals.subscribeHint':
    'Eén afspraak per winkel. Agenda-apps die de link volgen, hoeven niet in te loggen. Houd de link dus voor uzelf.',
  'renewals.download': 'Agenda downloaden',
  'renewals.copyAddress': 'Abonnementslink kopiëren',
  'renewals.addressCopied': 'De abonnementslink is gekopieerd.',
  'renewals.address': 'Abonnementslink',
  'renewals.addressOnce':
    'Wordt maar één keer getoond. Plak de link in uw agenda-app. Een beheerder kan die intrekken.',
  'renewals.selectAll': 'Alles selecteren',
  'renewals.select': '{name} selecteren',
  'renewals.selected': '{count, plural, one {# geselecteerd} other {# geselecteerd}}',
  'renewals.copyLinks': 'Links kopiëren',
  'renewals.mailLinks': 'Links mailen',
  'renewals.creatingLinks': '{done} van {count} links…',
  'renewals.copied':
    '{count, plural, one {# link gekopieerd} other {# links gekopieerd}}, elk op een eigen regel met de winkel.',
  'renewals.mailed': '{count, plural, one {# link is onderweg} other {# links zijn onderweg}} naar de verkopers.',
  'renewals.someFailed':
    '{count, plural, one {# link kon niet worden aangemaakt} other {# links konden niet worden aangemaakt}}. {why}',
  'renewals.emptyTitle': 'Nog niets te verlengen',
  'renewals.empty':
    'Elke gekoppelde winkel staat hier met de dag waarop de autorisatie verloopt. 30 dagen daarvoor wordt automatisch om verlenging gevraagd.',
  'renewals.noneMatch': 'Geen verlengingen gevonden.',
  'renewals.clear': 'Selectie wissen',
};
