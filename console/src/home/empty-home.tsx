import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCan } from '../api/access.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Panel } from '../components/panel.tsx';

/** What the console is for and how to start, until the first store is added. */
export default function EmptyHome() {
  const { t } = useI18n();
  const can = useCan();
  return (
    <Panel title={t('home.emptyTitle')}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{t('home.emptyText')}</p>
      <ol className={style({ font: 'body', margin: 0, paddingStart: 24 })}>
        <li>{t('home.emptyStep1')}</li>
        <li>{t('home.emptyStep2')}</li>
        <li>{t('home.emptyStep3')}</li>
      </ol>
      {can('addStore') && (
        <div>
          <LinkButton variant="accent" href="/pre-setup-tasks">
            {t('home.add')}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
