import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';
import { earlier, type RenewalState, renewalStates, type RenewalMonth } from './renewal-months.ts';
import { useMonthFormat } from './use-month-format.ts';

const month = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  gap: 4,
  paddingX: { default: 4, sm: 8 },
  paddingY: 8,
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
const bar = style({
  backgroundColor: { state: { settled: 'positive', requested: 'notice', ended: 'negative' } },
});
const lights = { settled: 'positive', requested: 'notice', ended: 'negative' } as const;
const barHeightPx = 72;
const minPx = 3;

interface YearChartProps {
  readonly months: readonly RenewalMonth[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
}

/** A bar per month and one for everything that ended before; pressing one filters the list. */
export function YearChart({ months, selected, onSelect }: YearChartProps) {
  const { t, formatNumber } = useI18n();
  const { formatMonth, formatShortMonth } = useMonthFormat();
  const max = Math.max(1, ...months.map(({ counts }) => sum(counts)));
  const px = (count: number) => (count === 0 ? 0 : Math.max(minPx, Math.round((barHeightPx * count) / max)));
  return (
    <>
      <div
        role="group"
        aria-label={t('renewals.year')}
        className={style({
          display: 'grid',
          gap: 4,
          gridTemplateColumns: {
            default: 'repeat(5, minmax(0, 1fr))',
            sm: 'repeat(7, minmax(0, 1fr))',
            lg: 'repeat(14, minmax(0, 1fr))',
          },
        })}
      >
        {months.map(({ key, startMs, counts }) => (
          <button
            type="button"
            key={key}
            aria-label={t('renewals.monthLabel', {
              month: key === earlier ? t('renewals.before', { month: formatMonth(startMs) }) : formatMonth(startMs),
              count: sum(counts),
              requested: counts.requested,
              ended: counts.ended,
            })}
            aria-pressed={selected === key}
            onClick={() => onSelect(selected === key ? undefined : key)}
            className={month({ isSelected: selected === key })}
          >
            <span className={style({ display: 'flex', flexDirection: 'column', justifyContent: 'end', height: 80 })}>
              {renewalStates.toReversed().map((state) => (
                <span key={state} className={bar({ state })} style={{ height: px(counts[state]) }} />
              ))}
              {sum(counts) === 0 && <span className={style({ height: 2, backgroundColor: 'gray-300' })} />}
            </span>
            <span className={style({ fontWeight: 'bold' })}>{formatNumber(sum(counts))}</span>
            <span className={style({ color: 'neutral-subdued', whiteSpace: 'nowrap' })}>
              {key === earlier ? t('renewals.earlier') : formatShortMonth(startMs)}
            </span>
          </button>
        ))}
      </div>
      <Legend months={months} />
    </>
  );
}

function Legend({ months }: Pick<YearChartProps, 'months'>) {
  const { t, formatNumber } = useI18n();
  const total = (state: RenewalState) => months.reduce((all, { counts }) => all + counts[state], 0);
  return (
    <ul
      aria-label={t('renewals.legend')}
      className={style({
        listStyleType: 'none',
        margin: 0,
        padding: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 24,
        rowGap: 4,
      })}
    >
      {renewalStates.map((state) => (
        <li key={state}>
          <StatusLight variant={lights[state]}>
            {t(`renewals.state.${state}`, { count: formatNumber(total(state)) })}
          </StatusLight>
        </li>
      ))}
    </ul>
  );
}

function sum(counts: RenewalMonth['counts']): number {
  return counts.settled + counts.requested + counts.ended;
}
