import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

const list = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 8,
  margin: 0,
  font: 'body-sm',
});

/** Terms and their values; a term without a value is left out. */
export function DescriptionList({ items }: { readonly items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={list}>
      {items
        .filter(([, value]) => value !== undefined && value !== '' && value !== false)
        .map(([term, value]) => (
          <div key={term} className={style({ display: 'contents' })}>
            <dt className={style({ color: 'neutral-subdued' })}>{term}</dt>
            <dd className={style({ margin: 0, overflowWrap: 'anywhere' })}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
