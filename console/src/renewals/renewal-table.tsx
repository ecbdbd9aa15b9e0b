import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import type { Renewal } from '../api/look-ups.ts';
import { daysUntil, useWords } from '../messages/use-words.ts';
import { Flag } from '../parts/flag.tsx';
import { cell, frame, headCell, table } from '../parts/table-styles.ts';
import { Space } from '../parts/table-space.tsx';
import { StoreStatusLight } from '../parts/store-status.tsx';
import { useNow } from '../parts/use-now.ts';
import { useWebsiteName } from '../parts/use-website-name.ts';
import { useRows } from '../parts/use-rows.ts';

const rowHeightPx = 49;
const minuteMs = 60_000;
const nothing = () => undefined;

interface RenewalTableProps {
  readonly renewals: readonly Renewal[];
  readonly selected: ReadonlySet<string>;
  /** Absent: none can be chosen. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
}

/** The renewals by date; only the lines near the window are in the page. */
export function RenewalTable({ renewals, selected, onSelect }: RenewalTableProps) {
  const { say, moment } = useWords();
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
  const chosen = renewals.filter(({ storeId }) => selected.has(storeId)).length;
  const toggle = (storeId: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(storeId);
    else next.delete(storeId);
    onSelect?.(next);
  };
  return (
    <div className={frame}>
      <table aria-label={say('renewals.title')} aria-rowcount={renewals.length + 1} className={table}>
        <thead>
          <tr>
            {onSelect && (
              <td className={headCell}>
                <Checkbox
                  aria-label={say('renewals.selectAll')}
                  isSelected={chosen > 0 && chosen === renewals.length}
                  isIndeterminate={chosen > 0 && chosen < renewals.length}
                  onChange={(isSelected) => onSelect(new Set(isSelected ? renewals.map(({ storeId }) => storeId) : []))}
                />
              </td>
            )}
            {(['table.expires', 'table.name', 'table.country', 'table.website', 'table.status'] as const).map((id) => (
              <th key={id} scope="col" className={headCell}>
                {say(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={bodyRef}>
          <Space px={before} columns={6} />
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
                      aria-label={say('renewals.select', { name })}
                      isSelected={selected.has(storeId)}
                      onChange={(isSelected) => toggle(storeId, isSelected)}
                    />
                  </td>
                )}
                <td className={cell}>
                  {moment(expiresAt)}
                  {!isPast && (
                    <span className={style({ font: 'detail-sm', color: 'neutral-subdued', display: 'block' })}>
                      {say('card.daysLeft', { days: daysUntil(expiresAt, nowMs) })}
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
                    {say(`country.${country}`)}
                  </span>
                </td>
                <td className={cell}>{websiteName(website)}</td>
                <td className={cell}>
                  <StoreStatusLight store={{ status, enabled: true }} />
                </td>
              </tr>
            );
          })}
          <Space px={after} columns={6} />
        </tbody>
      </table>
    </div>
  );
}
