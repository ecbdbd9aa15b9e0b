import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { NextAction } from '../actions/next-action.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import type { Store, StoreSort } from '../api/stores.ts';
import { secondsMatter, useWords } from '../messages/use-words.ts';
import { Flag } from '../parts/flag.tsx';
import { StoreStatusLight } from '../parts/store-status.tsx';
import { Space } from '../parts/table-space.tsx';
import { cell, frame, headCell, headCellEnd, table, unbrokenCell } from '../parts/table-styles.ts';
import { useRows } from '../parts/use-rows.ts';
import { SortHeader } from './sort-header.tsx';
import type { StoreListProps } from './store-list.tsx';

const rowHeightPx = 57;

interface StoreTableProps extends StoreListProps {
  readonly sort: StoreSort;
  readonly onSort: (sort: StoreSort) => void;
}

/** The same stores, one per line; only the lines near the window are in the page. */
export default function StoreTable({ stores, websiteName, hasMore, loadMore, sort, onSort }: StoreTableProps) {
  const { say } = useWords();
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const { rows, before, after, measure } = useRows({
    listRef: bodyRef,
    count: stores.length,
    estimatePx: rowHeightPx,
    hasMore,
    loadMore,
  });
  return (
    <div className={frame}>
      <table aria-label={say('home.stores')} aria-rowcount={hasMore ? -1 : stores.length + 1} className={table}>
        <thead>
          <tr>
            <SortHeader className={headCell} ascending="name" sort={sort} onSort={onSort} label={say('table.name')} />
            <th scope="col" className={headCell}>
              {say('table.country')}
            </th>
            <th scope="col" className={headCell}>
              {say('table.website')}
            </th>
            <th scope="col" className={headCell}>
              {say('table.status')}
            </th>
            <SortHeader
              className={headCell}
              ascending="expiresAt"
              sort={sort}
              onSort={onSort}
              label={say('table.expires')}
            />
            <SortHeader
              className={headCell}
              ascending="createdAt"
              sort={sort}
              onSort={onSort}
              label={say('table.created')}
            />
            <th scope="col" className={headCellEnd}>
              {say('table.actions')}
            </th>
          </tr>
        </thead>
        <tbody ref={bodyRef}>
          <Space px={before} columns={7} />
          {rows.map((row) => {
            const store = stores[row.index];
            if (!store) return null;
            return (
              <tr key={store.id} ref={measure} data-index={row.index} aria-rowindex={row.index + 2}>
                <StoreCells store={store} websiteName={websiteName(store.website)} />
              </tr>
            );
          })}
          <Space px={after} columns={7} />
        </tbody>
      </table>
    </div>
  );
}

function StoreCells({ store, websiteName }: { readonly store: Store; readonly websiteName: string }) {
  const { say, moment, day } = useWords();
  return (
    <>
      <th scope="row" className={cell}>
        <Link href={`/stores/${store.id}`} variant="secondary">
          {store.name}
        </Link>
      </th>
      <td className={cell}>
        <span className={style({ display: 'flex', alignItems: 'center', gap: 8, whiteSpace: 'nowrap' })}>
          <Flag country={store.country} />
          {say(`country.${store.country}`)}
        </span>
      </td>
      <td className={cell}>{websiteName}</td>
      <td className={cell}>
        <StoreStatusLight store={store} />
      </td>
      <td className={unbrokenCell}>{store.expiresAt ? moment(store.expiresAt, secondsMatter(store)) : '–'}</td>
      <td className={unbrokenCell}>{day(store.createdAt)}</td>
      <td className={unbrokenCell}>
        <div className={style({ display: 'flex', alignItems: 'center', justifyContent: 'end', gap: 8 })}>
          <NextAction store={store} size="S" />
          {store.status !== 'creating' && store.status !== 'deleted' && <StoreMenu store={store} />}
        </div>
      </td>
    </>
  );
}
