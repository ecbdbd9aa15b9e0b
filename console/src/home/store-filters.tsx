import { SearchField } from '@react-spectrum/s2/SearchField';
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StoreCounts } from '../api/stores.ts';
import { websitesQuery } from '../api/look-ups.ts';
import { useWords } from '../messages/use-words.ts';
import { ChoiceMenu } from '../parts/choice-menu.tsx';
import { countries, type FilterState, listedStatuses, sorts } from './use-store-filter.ts';

const typingPauseMs = 250;
// No website of Commerce has this code: codes are letters, digits and underscores.
const all = '*';

interface StoreFiltersProps {
  readonly state: FilterState;
  /** Of the stores that the other filters leave. */
  readonly counts: StoreCounts | undefined;
}

/** Search, filters, order and view of the list of stores. */
export function StoreFilters({ state, counts }: StoreFiltersProps) {
  const { say } = useWords();
  const { change } = state;
  const websites = useQuery(websitesQuery);
  const [typed, setTyped] = useState(state.q);
  useEffect(() => setTyped(state.q), [state.q]);
  useEffect(() => {
    if (typed === state.q) return undefined;
    const timer = setTimeout(() => change('q', typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [change, state.q, typed]);

  const everything = { id: all, name: say('home.all') };
  return (
    <search className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 16 })}>
      <SearchField
        label={say('home.search')}
        placeholder={say('home.searchHint')}
        value={typed}
        onChange={setTyped}
        onClear={() => change('q', undefined)}
        styles={style({ width: { default: 'full', sm: 256 } })}
      />
      <ChoiceMenu
        label={say('home.status')}
        choices={[
          { ...everything, count: counts?.total },
          ...listedStatuses.map((id) => ({ id, name: say(`status.${id}`), count: counts?.byStatus[id] })),
        ]}
        value={state.status ?? all}
        onChange={(id) => change('status', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={say('home.country')}
        choices={[everything, ...countries.map((id) => ({ id, name: say(`country.${id}`) }))]}
        value={state.country ?? all}
        onChange={(id) => change('country', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={say('home.website')}
        choices={[everything, ...(websites.data?.items.map(({ code, name }) => ({ id: code, name })) ?? [])]}
        value={state.website ?? all}
        onChange={(id) => change('website', id === all ? undefined : id)}
      />
      <ChoiceMenu
        label={say('home.sort')}
        choices={sorts.map((id) => ({ id, name: say(`sort.${id}`) }))}
        value={state.sort}
        onChange={(id) => change('sort', id)}
      />
      <SegmentedControl
        aria-label={say('home.view')}
        selectedKey={state.view}
        onSelectionChange={(key) => change('view', key === 'table' ? 'table' : undefined)}
      >
        <SegmentedControlItem id="cards">{say('home.cards')}</SegmentedControlItem>
        <SegmentedControlItem id="table">{say('home.table')}</SegmentedControlItem>
      </SegmentedControl>
    </search>
  );
}
