/** One merchant's websites, each with its groups (stores) and views, as Commerce's store API tells them. */
interface Site {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly currency: string;
  readonly timezone: string;
  /** View codes and names; the first is the group's default. */
  readonly views: readonly (readonly [string, string])[];
}

const american = { currency: 'USD', timezone: 'America/Los_Angeles' };
const sites: readonly Site[] = [
  { code: 'admin', name: 'Admin', group: 'Default', ...american, views: [['admin', 'Admin']] },
  {
    code: 'base',
    name: 'Main Website',
    group: 'Main Website Store',
    ...american,
    views: [
      ['default', 'Default Store View'],
      ['main_es', 'Main Website Spanish'],
    ],
  },
  {
    code: 'outdoor',
    name: 'Outdoor',
    group: 'Outdoor Store',
    ...american,
    views: [['outdoor_en', 'Outdoor English']],
  },
  {
    code: 'eu',
    name: 'Europe',
    group: 'Europe Store',
    currency: 'EUR',
    timezone: 'Europe/Amsterdam',
    views: [
      ['eu_en', 'Europe English'],
      ['eu_nl', 'Europe Dutch'],
      ['eu_de', 'Europe German'],
    ],
  },
  {
    code: 'uk',
    name: 'United Kingdom',
    group: 'United Kingdom Store',
    currency: 'GBP',
    timezone: 'Europe/London',
    views: [['uk_en', 'United Kingdom English']],
  },
  {
    code: 'wholesale',
    name: 'Wholesale',
    group: 'Wholesale Store',
    ...american,
    views: [['wholesale_en', 'Wholesale English']],
  },
];

const locales: Readonly<Record<string, string>> = { es: 'es_ES', nl: 'nl_NL', de: 'de_DE' };

/** Ids run on over all sites, as in an installation where one was made after the other; the admin's are 0. */
const viewIds = new Map(sites.flatMap(({ views }) => views.map(([code]) => code)).map((code, id) => [code, id]));
const idOf = (code: string | undefined): number => viewIds.get(code ?? '') ?? 0;

export const websites = sites.map(({ code, name }, id) => ({ id, code, name, default_group_id: id }));

export const storeGroups = sites.map(({ code, group, views }, id) => ({
  id,
  website_id: id,
  root_category_id: id === 0 ? 0 : 2,
  default_store_id: idOf(views[0]?.[0]),
  name: group,
  code: id === 0 ? 'default' : `${code}_store`,
}));

export const storeViews = sites.flatMap(({ views }, siteId) =>
  views.map(([code, name]) => ({
    id: idOf(code),
    code,
    name,
    website_id: siteId,
    store_group_id: siteId,
    is_active: 1,
  })),
);

const baseUrl = 'https://shop.example.com/';

/** Of every view but the admin's; the base currency is the website's. */
export const storeConfigs = sites.slice(1).flatMap(({ currency, timezone, views }, index) =>
  views.map(([code]) => ({
    id: idOf(code),
    code,
    website_id: index + 1,
    locale: locales[code.split('_').at(-1) ?? ''] ?? 'en_US',
    base_currency_code: currency,
    default_display_currency_code: currency,
    timezone,
    weight_unit: currency === 'USD' ? 'lbs' : 'kgs',
    base_url: baseUrl,
    base_link_url: baseUrl,
    base_static_url: `${baseUrl}static/`,
    base_media_url: `${baseUrl}media/`,
    secure_base_url: baseUrl,
    secure_base_link_url: baseUrl,
    secure_base_static_url: `${baseUrl}static/`,
    secure_base_media_url: `${baseUrl}media/`,
  })),
);

/** What may stand between `/rest/` and `/V1`. */
export const restStoreCodes: ReadonlySet<string> = new Set(['all', ...viewIds.keys()]);
