import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../messages/use-words.ts';

interface PageProps {
  readonly title: string;
  /** Before the title, such as a flag. */
  readonly mark?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its title, also in the browser's tab, and its content. */
export function Page({ title, mark, actions, children }: PageProps) {
  const { say } = useWords();
  useEffect(() => {
    document.title = say('page.title', { page: title });
  }, [say, title]);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
        <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexGrow: 1, minWidth: 0 })}>
          {mark}
          <h1 className={style({ font: 'heading', margin: 0, overflowWrap: 'anywhere' })}>{title}</h1>
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
