import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMay } from '../api/access.ts';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../parts/panel.tsx';

/** Before the first store: what this is for and how it begins. */
export function EmptyHome() {
  const { say } = useWords();
  const may = useMay();
  return (
    <Panel title={say('home.emptyTitle')}>
      <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{say('home.emptyText')}</p>
      <ol className={style({ font: 'body', margin: 0, paddingStart: 24 })}>
        <li>{say('home.emptyStep1')}</li>
        <li>{say('home.emptyStep2')}</li>
        <li>{say('home.emptyStep3')}</li>
      </ol>
      {may('addStore') && (
        <div>
          <LinkButton variant="accent" href="/pre-setup-tasks">
            {say('home.add')}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
