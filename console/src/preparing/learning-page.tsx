import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { PreSetupTasks } from './pre-setup-tasks.tsx';

/** How it all works, and the pre-setup tasks again. */
export default function LearningPage() {
  const { say } = useWords();
  return (
    <Page title={say('learning.title')}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 720 })}>{say('learning.intro')}</p>
      <Panel title={say('learning.yearTitle')}>
        <ol className={style({ font: 'body-sm', margin: 0, paddingStart: 24, maxWidth: 720 })}>
          <li>{say('learning.year1')}</li>
          <li>{say('learning.year2')}</li>
          <li>{say('learning.year3')}</li>
          <li>{say('learning.year4')}</li>
        </ol>
      </Panel>
      <Panel title={say('tasks.title')}>
        <p className={style({ font: 'body-sm', margin: 0, maxWidth: 720 })}>{say('tasks.intro')}</p>
        <PreSetupTasks />
      </Panel>
    </Page>
  );
}
