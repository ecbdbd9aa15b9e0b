import type { Messages } from '../en/index.ts';

export const campaignSkipReasons: Messages['campaignSkipReasons'] = {
  renewed: 'De verkoper had al opnieuw toestemming gegeven.',
  stores_gone: 'De winkels zijn intussen verwijderd of losgekoppeld.',
  cancelled: 'De campagne is voortijdig beëindigd.',
};

function list(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} en nog ${more}` : names.join(', ');
}

export const commerceChecks: Messages['commerceChecks'] = {
  unavailable: 'Commerce was niet bereikbaar.',
  found: (codes) => `Gevonden: ${codes.join(', ')}.`,
  noProductIdAttribute: 'Geen attribuut voor ASIN, EAN, ISBN, UPC of GCID gevonden.',
  noConditionAttribute: 'Geen attribuut voor de staat van het product gevonden.',
  noMarketplaceCurrency: (currencies, others) =>
    `Geen enkele website heeft een basisvaluta van Amazon (${currencies.join(', ')})${others.names.length > 0 ? `: ${list(others.names, others.more)}` : ''}. Stel een wisselkoers in.`,
  currencies: (matching, others) =>
    `Gevonden: ${list(matching.names, matching.more)}.${others.names.length > 0 ? ` Wisselkoers nodig: ${list(others.names, others.more)}.` : ''}`,
};
