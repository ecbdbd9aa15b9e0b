/** Sentences that the console shows with a campaign or a pre-setup task. */
export const campaignSkipReasons = {
  renewed: 'The seller had already authorized again.',
  stores_gone: 'Its stores were deleted or disconnected in the meantime.',
  cancelled: 'The campaign was cancelled first.',
};

/** A few of many, such as `Base (USD), UK (GBP) and 3 more`. */
function list(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

export const commerceChecks = {
  unavailable: 'Commerce was unavailable.',
  found: (codes: readonly string[]) => `Found: ${codes.join(', ')}.`,
  noProductIdAttribute: 'No attribute for ASIN, EAN, ISBN, UPC or GCID was found.',
  noConditionAttribute: 'No attribute for the condition was found.',
  noMarketplaceCurrency: (currencies: readonly string[], others: SomeNames) =>
    `No website has a base currency that Amazon uses (${currencies.join(', ')})${others.names.length > 0 ? `: ${list(others.names, others.more)}` : ''}. Set up a conversion rate.`,
  currencies: (matching: SomeNames, others: SomeNames) =>
    `Found: ${list(matching.names, matching.more)}.${others.names.length > 0 ? ` Conversion rate required: ${list(others.names, others.more)}.` : ''}`,
};

/** The first of many names and how many follow. */
export interface SomeNames {
  readonly names: readonly string[];
  readonly more: number;
}
