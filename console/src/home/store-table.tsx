import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { NextAction } from '../actions/next-action.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import type { Store, StoreSort } from '../api/stores.ts';
import { needsSeconds, useI18n } from '../messages/use-i18n.ts';
import { Flag } from '../components/flag.tsx';
import { StoreStatusLight } from '../components/store-status-light.tsx';
import { SpacerRow } from '../components/spacer-row.tsx';
import { cell, frame, headCell, headCellEnd, table, noWrapCell } from '../components/table-styles.ts';
import { useRows } from '../components/use-rows.ts';
import { SortHeader } from './sort-header.tsx';
import type { StoreCollection } from './store-collection.ts';

const rowHeightPx = 57;

interface StoreTableProps extends StoreCollection {
  readonly sort: StoreSort;
  readonly onSort: (sort: StoreSort) => void;
}

/** The same stores, one per row; only rows near the viewport are rendered. */
export default function StoreTable({ stores, websiteName, hasMore, loadMore, sort, onSort }: StoreTableProps) {
  const { t } = useI18n();
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
      <table aria-label={t('home.stores')} aria-rowcount={hasMore ? -1 : stores.length + 1} className={table}>
        <thead>
          <tr>
            <SortHeader className={headCell} ascending="name" sort={sort} onSort={onSort} label={t('field.store')} />
            {(['field.country', 'field.website', 'field.status'] as const).map((id) => (
              <th key={id} scope="col" className={headCell}>
                {t(id)}
              </th>
            ))}
            <SortHeader
              className={headCell}
              ascending="expiresAt"
              sort={sort}
              onSort={onSort}
              label={t('field.expires')}
            />
            <SortHeader
              className={headCell}
              ascending="createdAt"
              sort={sort}
              onSort={onSort}
              label={t('field.created')}
            />
            <th scope="col" className={headCellEnd}>
              {t('table.actions')}
            </th>
          </tr>
        </thead>
        <tbody ref={bodyRef}>
          <SpacerRow px={before} columns={7} />
          {rows.map((row) => {
            const store = stores[row.index];
            if (!store) return null;
            return (
              <tr key={store.id} ref={measure} data-index={row.index} aria-rowindex={row.index + 2}>
                <StoreCells store={store} websiteName={websiteName(store.website)} />
              </tr>
            );
          })}
          <SpacerRow px={after} columns={7} />
        </tbody>
      </table>
    </div>
  );
}

function StoreCells({ store, websiteName }: { readonly store: Store; readonly websiteName: string }) {
  const { t, formatDateTime, formatDate } = useI18n();
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
          {t(`country.${store.country}`)}
        </span>
      </td>
      <td className={cell}>{websiteName}</td>
      <td className={cell}>
        <StoreStatusLight store={store} />
      </td>
      <td className={noWrapCell}>{store.expiresAt ? formatDateTime(store.expiresAt, needsSeconds(store)) : '–'}</td>
      <td className={noWrapCell}>{formatDate(store.createdAt)}</td>
      <td className={noWrapCell}>
        <div className={style({ display: 'flex', alignItems: 'center', justifyContent: 'end', gap: 8 })}>
          <NextAction store={store} size="S" />
          {store.status !== 'creating' && store.status !== 'deleted' && <StoreMenu store={store} />}
        </div>
      </td>
    </>
  );
}
