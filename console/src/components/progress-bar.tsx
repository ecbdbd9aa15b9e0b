import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';

interface ProgressBarProps {
  readonly label: string;
  /** Such as `6 days left`. */
  readonly value: string;
  readonly percent: number;
  readonly tone: 'good' | 'warning' | 'plain';
}

/** A labelled meter. */
export function ProgressBar({ label, value, percent, tone }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 640 })}>
      <div className={style({ display: 'flex', justifyContent: 'space-between', gap: 16, font: 'ui' })}>
        <span id={id} className={style({ color: 'neutral-subdued' })}>
          {label}
        </span>
        <span>{value}</span>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuenow={Math.round(percent)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={value}
        className={style({ height: 8, borderRadius: 'full', backgroundColor: 'gray-200', overflow: 'hidden' })}
      >
        <div
          className={style({
            height: 'full',
            borderRadius: 'full',
            backgroundColor: { tone: { good: 'positive', warning: 'notice', plain: 'accent' } },
          })({ tone })}
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
