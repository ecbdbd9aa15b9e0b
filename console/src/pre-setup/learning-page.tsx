import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { PreSetupTasks } from './pre-setup-tasks.tsx';

/** How it works, and the pre-setup tasks. */
export default function LearningPage() {
  const { t } = useI18n();
  return (
    <Page title={t('nav.learning')}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 720 })}>{t('learning.intro')}</p>
      <Panel title={t('learning.howTitle')}>
        <ol className={style({ font: 'body-sm', margin: 0, paddingStart: 24, maxWidth: 720 })}>
          <li>{t('learning.step1')}</li>
          <li>{t('learning.step2')}</li>
          <li>{t('learning.step3')}</li>
          <li>{t('learning.step4')}</li>
        </ol>
      </Panel>
      <Panel title={t('tasks.title')}>
        <p className={style({ font: 'body-sm', margin: 0, maxWidth: 720 })}>{t('tasks.intro')}</p>
        <PreSetupTasks />
      </Panel>
    </Page>
  );
}
