import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A framed section of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={style({
        display: 'flex',
        flexDirection: 'column',
        gap: 16,
        padding: { default: 16, sm: 24 },
        borderRadius: 'xl',
        borderWidth: 1,
        borderStyle: 'solid',
        borderColor: 'gray-200',
        backgroundColor: 'layer-2',
        minWidth: 0,
      })}
    >
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })}>
        <h2 id={id} className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
