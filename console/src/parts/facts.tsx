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

/** Names and values; a fact without a value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={list}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name} className={style({ display: 'contents' })}>
            <dt className={style({ color: 'neutral-subdued' })}>{name}</dt>
            <dd className={style({ margin: 0, overflowWrap: 'anywhere' })}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
