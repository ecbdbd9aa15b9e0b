import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMay } from '../api/access.ts';
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';
import { PreSetupTasks } from './pre-setup-tasks.tsx';

/** Before the first store is added. */
export default function PreSetupTasksPage() {
  const { say } = useWords();
  const onwards = useMay()('addStore') && (
    <LinkButton variant="accent" href="/?add=store">
      {say('tasks.continue')}
    </LinkButton>
  );
  return (
    <Page title={say('tasks.title')} actions={onwards}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 720 })}>
        {say('tasks.intro')} {say('tasks.later')}
      </p>
      <PreSetupTasks headingLevel={2} />
      {onwards && <div>{onwards}</div>}
    </Page>
  );
}
