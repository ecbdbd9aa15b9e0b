import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { useI18n } from '../messages/use-i18n.ts';
import { StoreCard } from './store-card.tsx';
import type { StoreCollection } from './store-collection.ts';
import { useColumns } from './use-columns.ts';
import { useRows } from '../components/use-rows.ts';

const cardPx = 320;
const gapPx = 20;
const cardHeightPx = 340;

/** Cards in as many columns as fit; only those near the viewport are rendered. */
export function StoreCards({ stores, websiteName, hasMore, loadMore }: StoreCollection) {
  const { t } = useI18n();
  const listRef = useRef<HTMLDivElement>(null);
  const columns = useColumns(listRef, cardPx, gapPx);
  const count = Math.ceil(stores.length / columns);
  const { rows, before, after, measure } = useRows({ listRef, count, estimatePx: cardHeightPx, hasMore, loadMore });
  return (
    <div ref={listRef} role="list" aria-label={t('home.stores')} style={{ paddingTop: before, paddingBottom: after }}>
      {rows.map((row) => (
        <div
          key={row.key}
          ref={measure}
          data-index={row.index}
          role="presentation"
          className={style({ display: 'grid', gap: 20, paddingBottom: 20 })}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {stores.slice(row.index * columns, (row.index + 1) * columns).map((store, index) => (
            <div
              key={store.id}
              role="listitem"
              aria-setsize={hasMore ? -1 : stores.length}
              aria-posinset={row.index * columns + index + 1}
              className={style({ minWidth: 0 })}
            >
              <StoreCard store={store} websiteName={websiteName(store.website)} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
