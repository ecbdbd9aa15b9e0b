import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCan } from '../api/access.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from '../components/page.tsx';
import { PreSetupTasks } from './pre-setup-tasks.tsx';

/** What to prepare before the first store is added. */
export default function PreSetupTasksPage() {
  const { t } = useI18n();
  const continueButton = useCan()('addStore') && (
    <LinkButton variant="accent" href="/?add=store">
      {t('tasks.continue')}
    </LinkButton>
  );
  return (
    <Page title={t('tasks.title')} actions={continueButton}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 720 })}>
        {t('tasks.intro')} {t('tasks.later')}
      </p>
      <PreSetupTasks headingLevel={2} />
      {continueButton && <div>{continueButton}</div>}
    </Page>
  );
}
