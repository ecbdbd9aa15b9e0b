import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { websitesQuery } from '../api/look-ups.ts';
import { useWords } from '../messages/use-words.ts';
import { countries, type FilterState, listedStatuses, sorts } from './use-store-filter.ts';

const typingPauseMs = 250;
const all = 'all';

/** Search, filters, order and view of the list of stores. */
export function StoreFilters({ state }: { readonly state: FilterState }) {
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

  const choice = (name: 'status' | 'country' | 'website') => (key: string | number | null) =>
    change(name, key === null || key === all ? undefined : String(key));
  const picker = style({ width: { default: '[calc(50% - 8px)]', sm: 176 } });
  return (
    <search className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 16 })}>
      <SearchField
        label={say('home.search')}
        placeholder={say('home.searchHint')}
        value={typed}
        onChange={setTyped}
        onClear={() => change('q', undefined)}
        styles={style({ width: { default: 'full', sm: 240 } })}
      />
      <Picker label={say('home.status')} value={state.status ?? all} onChange={choice('status')} styles={picker}>
        <PickerItem id={all}>{say('home.all')}</PickerItem>
        {listedStatuses.map((status) => (
          <PickerItem key={status} id={status}>
            {say(`status.${status}`)}
          </PickerItem>
        ))}
      </Picker>
      <Picker label={say('home.country')} value={state.country ?? all} onChange={choice('country')} styles={picker}>
        <PickerItem id={all}>{say('home.all')}</PickerItem>
        {countries.map((country) => (
          <PickerItem key={country} id={country}>
            {say(`country.${country}`)}
          </PickerItem>
        ))}
      </Picker>
      <Picker label={say('home.website')} value={state.website ?? all} onChange={choice('website')} styles={picker}>
        <PickerItem id={all}>{say('home.all')}</PickerItem>
        {(websites.data?.items ?? (state.website ? [{ code: state.website, name: state.website }] : [])).map(
          ({ code, name }) => (
            <PickerItem key={code} id={code}>
              {name}
            </PickerItem>
          ),
        )}
      </Picker>
      <Picker
        label={say('home.sort')}
        value={state.sort}
        onChange={(key) => change('sort', String(key))}
        styles={picker}
      >
        {sorts.map((sort) => (
          <PickerItem key={sort} id={sort}>
            {say(`sort.${sort}`)}
          </PickerItem>
        ))}
      </Picker>
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
