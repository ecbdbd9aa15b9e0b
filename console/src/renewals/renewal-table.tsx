import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import type { Renewal } from '../api/renewals.ts';
import { daysUntil, useI18n } from '../messages/use-i18n.ts';
import { Flag } from '../components/flag.tsx';
import { cell, frame, headCell, table } from '../components/table-styles.ts';
import { SpacerRow } from '../components/spacer-row.tsx';
import { StoreStatusLight } from '../components/store-status-light.tsx';
import { useNow } from '../components/use-now.ts';
import { useWebsiteName } from '../components/use-website-name.ts';
import { useRows } from '../components/use-rows.ts';

const rowHeightPx = 49;
const minuteMs = 60_000;
const nothing = () => undefined;

interface RenewalTableProps {
  readonly renewals: readonly Renewal[];
  readonly selected: ReadonlySet<string>;
  /** Absent when rows cannot be selected. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
}

/** The renewals by date; only rows near the viewport are rendered. */
export function RenewalTable({ renewals, selected, onSelect }: RenewalTableProps) {
  const { t, formatDateTime } = useI18n();
  const websiteName = useWebsiteName();
  const nowMs = useNow(minuteMs);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const { rows, before, after, measure } = useRows({
    listRef: bodyRef,
    count: renewals.length,
    estimatePx: rowHeightPx,
    hasMore: false,
    loadMore: nothing,
  });
  const selectedCount = renewals.filter(({ storeId }) => selected.has(storeId)).length;
  const toggle = (storeId: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(storeId);
    else next.delete(storeId);
    onSelect?.(next);
  };
  return (
    <div className={frame}>
      <table aria-label={t('nav.renewals')} aria-rowcount={renewals.length + 1} className={table}>
        <thead>
          <tr>
            {onSelect && (
              <td className={headCell}>
                <Checkbox
                  aria-label={t('renewals.selectAll')}
                  isSelected={selectedCount > 0 && selectedCount === renewals.length}
                  isIndeterminate={selectedCount > 0 && selectedCount < renewals.length}
                  onChange={(isSelected) => onSelect(new Set(isSelected ? renewals.map(({ storeId }) => storeId) : []))}
                />
              </td>
            )}
            {(['field.expires', 'field.store', 'field.country', 'field.website', 'field.status'] as const).map((id) => (
              <th key={id} scope="col" className={headCell}>
                {t(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={bodyRef}>
          <SpacerRow px={before} columns={6} />
          {rows.map((row) => {
            const renewal = renewals[row.index];
            if (!renewal) return null;
            const { storeId, name, country, website, status, expiresAt } = renewal;
            const isPast = Date.parse(expiresAt) < nowMs;
            return (
              <tr key={storeId} ref={measure} data-index={row.index} aria-rowindex={row.index + 2}>
                {onSelect && (
                  <td className={cell}>
                    <Checkbox
                      aria-label={t('renewals.select', { name })}
                      isSelected={selected.has(storeId)}
                      onChange={(isSelected) => toggle(storeId, isSelected)}
                    />
                  </td>
                )}
                <td className={cell}>
                  {formatDateTime(expiresAt)}
                  {!isPast && (
                    <span className={style({ font: 'detail-sm', color: 'neutral-subdued', display: 'block' })}>
                      {t('field.daysLeft', { days: daysUntil(expiresAt, nowMs) })}
                    </span>
                  )}
                </td>
                <th scope="row" className={cell}>
                  <Link href={`/stores/${storeId}`} variant="secondary">
                    {name}
                  </Link>
                </th>
                <td className={cell}>
                  <span className={style({ display: 'flex', alignItems: 'center', gap: 8, whiteSpace: 'nowrap' })}>
                    <Flag country={country} />
                    {t(`country.${country}`)}
                  </span>
                </td>
                <td className={cell}>{websiteName(website)}</td>
                <td className={cell}>
                  <StoreStatusLight store={{ status, enabled: true }} />
                </td>
              </tr>
            );
          })}
          <SpacerRow px={after} columns={6} />
        </tbody>
      </table>
    </div>
  );
}
