import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useWords } from '../messages/use-words.ts';
import type { RenewalMonth } from './renewal-months.ts';

const month = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  gap: 4,
  padding: 8,
  font: 'ui-sm',
  color: 'neutral',
  backgroundColor: { default: 'transparent', ':hover': 'gray-100', isSelected: 'gray-200' },
  borderRadius: 'lg',
  borderStyle: 'none',
  cursor: 'pointer',
  minWidth: 0,
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineWidth: 2,
  outlineColor: 'focus-ring',
});
const barHeightPx = 72;

interface YearChartProps {
  readonly months: readonly RenewalMonth[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
}

/** A bar per month; pressing one narrows the list to it. */
export function YearChart({ months, selected, onSelect }: YearChartProps) {
  const { say, number } = useWords();
  const intl = useIntl();
  const most = Math.max(1, ...months.map(({ count }) => count));
  const px = (count: number) => (count === 0 ? 0 : Math.max(3, (barHeightPx * count) / most));
  return (
    <div
      role="group"
      aria-label={say('renewals.year')}
      className={style({
        display: 'grid',
        gap: 4,
        gridTemplateColumns: {
          default: 'repeat(4, minmax(0, 1fr))',
          sm: 'repeat(6, minmax(0, 1fr))',
          lg: 'repeat(12, minmax(0, 1fr))',
        },
      })}
    >
      {months.map(({ key, startMs, count, atRisk }) => (
        <button
          type="button"
          key={key}
          aria-label={say('renewals.monthLabel', {
            month: intl.formatDate(startMs, { month: 'long', year: 'numeric' }),
            count,
            risk: atRisk,
          })}
          aria-pressed={selected === key}
          onClick={() => onSelect(selected === key ? undefined : key)}
          className={month({ isSelected: selected === key })}
        >
          <span className={style({ display: 'flex', flexDirection: 'column', justifyContent: 'end', height: 72 })}>
            <span className={style({ backgroundColor: 'notice' })} style={{ height: px(atRisk) }} />
            <span
              className={style({ backgroundColor: 'positive' })}
              style={{ height: Math.max(0, px(count) - px(atRisk)) }}
            />
            {count === 0 && <span className={style({ height: 2, backgroundColor: 'gray-300' })} />}
          </span>
          <span className={style({ fontWeight: 'bold' })}>{number(count)}</span>
          <span className={style({ color: 'neutral-subdued' })}>
            {intl.formatDate(startMs, { month: 'short', year: '2-digit' })}
          </span>
        </button>
      ))}
    </div>
  );
}
