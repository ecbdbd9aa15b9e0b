import { SearchField } from '@react-spectrum/s2/SearchField';
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { countries, type StoreCounts, storeSorts } from '../api/stores.ts';
import { websitesQuery } from '../api/lookups.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { ChoiceMenu } from '../components/choice-menu.tsx';
import { type FilterState, listedStatuses } from './use-store-filter.ts';

const searchDelayMs = 250;
// Not a website code of Commerce: those are letters, digits and underscores.
const all = '*';

interface StoreFiltersProps {
  readonly state: FilterState;
  /** Of the stores that match the other filters. */
  readonly counts: StoreCounts | undefined;
}

/** Search, filters, order and view of the list of stores. */
export function StoreFilters({ state, counts }: StoreFiltersProps) {
  const { t } = useI18n();
  const { change } = state;
  const websites = useQuery(websitesQuery);
  const [typed, setTyped] = useState(state.q);
  useEffect(() => setTyped(state.q), [state.q]);
  useEffect(() => {
    if (typed === state.q) return undefined;
    const timer = setTimeout(() => change('q', typed), searchDelayMs);
    return () => clearTimeout(timer);
  }, [change, state.q, typed]);

  const allChoice = { id: all, name: t('home.all') };
  return (
    <search className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 16 })}>
      <SearchField
        label={t('home.search')}
        placeholder={t('home.searchHint')}
        value={typed}
        onChange={setTyped}
        onClear={() => change('q', undefined)}
        styles={style({ width: { default: 'full', sm: 256 } })}
      />
      <ChoiceMenu
        label={t('field.status')}
        choices={[
          { ...allChoice, count: counts?.total },
          ...listedStatuses.map((id) => ({ id, name: t(`status.${id}`), count: counts?.byStatus[id] })),
        ]}
        value={state.status ?? all}
        onChange={(id) => change('status', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={t('field.country')}
        choices={[allChoice, ...countries.map((id) => ({ id, name: t(`country.${id}`) }))]}
        value={state.country ?? all}
        onChange={(id) => change('country', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={t('field.website')}
        choices={[allChoice, ...(websites.data?.items.map(({ code, name }) => ({ id: code, name })) ?? [])]}
        value={state.website ?? all}
        onChange={(id) => change('website', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={t('home.sort')}
        choices={storeSorts.map((id) => ({ id, name: t(`sort.${id}`) }))}
        value={state.sort}
        onChange={(id) => change('sort', id)}
      />
      <SegmentedControl
        aria-label={t('home.view')}
        selectedKey={state.view}
        onSelectionChange={(key) => change('view', key === 'table' ? 'table' : undefined)}
      >
        <SegmentedControlItem id="cards">{t('home.cards')}</SegmentedControlItem>
        <SegmentedControlItem id="table">{t('home.table')}</SegmentedControlItem>
      </SegmentedControl>
    </search>
  );
}
