/** One merchant's websites, each with its groups (stores) and views, as Commerce's store API tells them. */
interface Site {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** View codes and names; the first is the group's default. */
  readonly views: readonly (readonly [string, string])[];
}

const sites: readonly Site[] = [
  { code: 'admin', name: 'Admin', group: 'Default', views: [['admin', 'Admin']] },
  {
    code: 'base',
    name: 'Main Website',
    group: 'Main Website Store',
    views: [
      ['default', 'Default Store View'],
      ['main_es', 'Main Website Spanish'],
    ],
  },
  { code: 'outdoor', name: 'Outdoor', group: 'Outdoor Store', views: [['outdoor_en', 'Outdoor English']] },
  {
    code: 'eu',
    name: 'Europe',
    group: 'Europe Store',
    views: [
      ['eu_en', 'Europe English'],
      ['eu_nl', 'Europe Dutch'],
      ['eu_de', 'Europe German'],
    ],
  },
  { code: 'uk', name: 'United Kingdom', group: 'United Kingdom Store', views: [['uk_en', 'United Kingdom English']] },
  { code: 'wholesale', name: 'Wholesale', group: 'Wholesale Store', views: [['wholesale_en', 'Wholesale English']] },
];

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

/** What may stand between `/rest/` and `/V1`. */
export const restStoreCodes: ReadonlySet<string> = new Set(['all', ...viewIds.keys()]);
