import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';

export function NotFoundPage() {
  const { say } = useWords();
  return (
    <Page title={say('notFound.title')}>
      <p className={style({ font: 'body', margin: 0 })}>{say('notFound.text')}</p>
      <div>
        <LinkButton variant="accent" href="/">
          {say('notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
