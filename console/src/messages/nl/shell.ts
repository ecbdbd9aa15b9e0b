import type { shell as english } from '../en/shell.ts';

export const shell: Readonly<Record<keyof typeof english, string>> = {
  'app.product': 'Perennial',
  'app.skip': 'Naar de inhoud',
  'nav.label': 'Hoofdmenu',
  'nav.home': 'Start',
  'nav.renewals': 'Verlengingen',
  'nav.campaigns': 'Campagnes',
  'nav.learning': 'Leren en voorbereiden',
  'nav.signOut': 'Uitloggen',
  'access.viewer': '{name} · alleen lezen',
  'access.operator': '{name} · operator',
  'preferences.language': 'Taal',
  'preferences.appearance': 'Weergave',
  'appearance.system': 'Systeem',
  'appearance.light': 'Licht',
  'appearance.dark': 'Donker',
  'page.title': '{page} – Perennial',
  'page.loading': 'Laden…',
};
