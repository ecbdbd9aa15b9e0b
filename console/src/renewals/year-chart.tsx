import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useWords } from '../messages/use-words.ts';
import { earlier, type Need, needs, type RenewalMonth } from './renewal-months.ts';

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
  backgroundColor: { need: { settled: 'positive', asked: 'notice', ended: 'negative' } },
});
const lights = { settled: 'positive', asked: 'notice', ended: 'negative' } as const;
const barHeightPx = 72;
const leastPx = 3;

interface YearChartProps {
  readonly months: readonly RenewalMonth[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
}

/** A bar per month, and one for all that ended before; pressing one narrows the list to it. */
export function YearChart({ months, selected, onSelect }: YearChartProps) {
  const { say, number } = useWords();
  const intl = useIntl();
  const most = Math.max(1, ...months.map(sum));
  const px = (count: number) => (count === 0 ? 0 : Math.max(leastPx, Math.round((barHeightPx * count) / most)));
  const whole = (startMs: number) => intl.formatDate(startMs, { month: 'long', year: 'numeric' });
  return (
    <>
      <div
        role="group"
        aria-label={say('renewals.year')}
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
        {months.map((each) => (
          <button
            type="button"
            key={each.key}
            aria-label={say('renewals.monthLabel', {
              month:
                each.key === earlier ? say('renewals.before', { month: whole(each.startMs) }) : whole(each.startMs),
              count: sum(each),
              asked: each.counts.asked,
              ended: each.counts.ended,
            })}
            aria-pressed={selected === each.key}
            onClick={() => onSelect(selected === each.key ? undefined : each.key)}
            className={month({ isSelected: selected === each.key })}
          >
            <span className={style({ display: 'flex', flexDirection: 'column', justifyContent: 'end', height: 80 })}>
              {needs.toReversed().map((need) => (
                <span key={need} className={bar({ need })} style={{ height: px(each.counts[need]) }} />
              ))}
              {sum(each) === 0 && <span className={style({ height: 2, backgroundColor: 'gray-300' })} />}
            </span>
            <span className={style({ fontWeight: 'bold' })}>{number(sum(each))}</span>
            <span className={style({ color: 'neutral-subdued', whiteSpace: 'nowrap' })}>
              {each.key === earlier
                ? say('renewals.earlier')
                : intl.formatDate(each.startMs, { month: 'short', year: '2-digit' })}
            </span>
          </button>
        ))}
      </div>
      <Legend months={months} />
    </>
  );
}

function Legend({ months }: Pick<YearChartProps, 'months'>) {
  const { say, number } = useWords();
  const total = (need: Need) => months.reduce((all, { counts }) => all + counts[need], 0);
  return (
    <ul
      aria-label={say('renewals.legend')}
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
      {needs.map((need) => (
        <li key={need}>
          <StatusLight variant={lights[need]}>
            {say(`renewals.need.${need}`, { count: number(total(need)) })}
          </StatusLight>
        </li>
      ))}
    </ul>
  );
}

function sum({ counts }: RenewalMonth): number {
  return counts.settled + counts.asked + counts.ended;
}
