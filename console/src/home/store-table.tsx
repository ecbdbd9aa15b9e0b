import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { NextAction } from '../actions/next-action.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import type { Store, StoreSort } from '../api/stores.ts';
import { secondsMatter, useWords } from '../messages/use-words.ts';
import { Flag } from '../parts/flag.tsx';
import { StoreStatusLight } from '../parts/store-status.tsx';
import { SortHeader } from './sort-header.tsx';
import type { StoreListProps } from './store-list.tsx';
import { useRows } from './use-rows.ts';

const rowHeightPx = 57;
const cell = style({
  paddingX: 12,
  paddingY: 8,
  font: 'body-sm',
  textAlign: 'start',
  verticalAlign: 'middle',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});
const headCell = style({
  paddingX: 12,
  paddingY: 8,
  font: 'ui-sm',
  fontWeight: 'bold',
  textAlign: 'start',
  color: 'neutral-subdued',
  borderStyle: 'solid',
  borderXWidth: 0,
  borderTopWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-300',
});

interface StoreTableProps extends StoreListProps {
  readonly sort: StoreSort;
  readonly onSort: (sort: StoreSort) => void;
}

/** The same stores, one per line; only the lines near the window are in the page. */
export function StoreTable({ stores, websiteName, hasMore, loadMore, sort, onSort }: StoreTableProps) {
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
    <div
      className={style({
        overflowX: 'auto',
        borderRadius: 'lg',
        borderWidth: 1,
        borderStyle: 'solid',
        borderColor: 'gray-200',
        backgroundColor: 'layer-2',
      })}
    >
      <table
        aria-label={say('home.stores')}
        aria-rowcount={hasMore ? -1 : stores.length + 1}
        className={style({ width: 'full', minWidth: 860, borderCollapse: 'collapse' })}
      >
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
            <th scope="col" className={headCell}>
              {say('table.actions')}
            </th>
          </tr>
        </thead>
        <tbody ref={bodyRef}>
          <Space px={before} />
          {rows.map((row) => {
            const store = stores[row.index];
            if (!store) return null;
            return (
              <tr key={store.id} ref={measure} data-index={row.index} aria-rowindex={row.index + 2}>
                <StoreCells store={store} websiteName={websiteName(store.website)} />
              </tr>
            );
          })}
          <Space px={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the lines that are not in the page. */
function Space({ px }: { readonly px: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={7} style={{ height: px, padding: 0 }} />
    </tr>
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
      <td className={cell}>{store.expiresAt ? moment(store.expiresAt, secondsMatter(store)) : '–'}</td>
      <td className={cell}>{day(store.createdAt)}</td>
      <td className={cell}>
        <div className={style({ display: 'flex', alignItems: 'center', justifyContent: 'end', gap: 8 })}>
          <NextAction store={store} size="S" />
          {store.status !== 'creating' && store.status !== 'deleted' && <StoreMenu store={store} />}
        </div>
      </td>
    </>
  );
}
