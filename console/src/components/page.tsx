import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useEffect } from 'react';
import { useI18n } from '../messages/use-i18n.ts';

interface PageProps {
  readonly title: string;
  /** In front of the title. */
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page, with its title as heading and in the browser's tab. */
export function Page({ title, icon, actions, children }: PageProps) {
  const { t } = useI18n();
  useEffect(() => {
    document.title = t('page.title', { page: title });
  }, [t, title]);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
        <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexGrow: 1, minWidth: 0 })}>
          {icon}
          <h1 className={style({ font: 'heading', margin: 0, overflowWrap: 'anywhere' })}>{title}</h1>
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
