import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Component, type ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';

interface CrashProps {
  readonly children: ReactNode;
}

/** A page that broke says so, and the rest of the console goes on. */
export class Crash extends Component<CrashProps, { readonly broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError(): { broke: boolean } {
    return { broke: true };
  }

  override render(): ReactNode {
    return this.state.broke ? <CrashMessage /> : this.props.children;
  }
}

function CrashMessage() {
  const { say } = useWords();
  return (
    <Page title={say('trouble.crashTitle')}>
      <p className={style({ font: 'body', margin: 0 })}>{say('trouble.crash')}</p>
      <div>
        <Button variant="accent" onPress={() => location.reload()}>
          {say('trouble.reload')}
        </Button>
      </div>
    </Page>
  );
}
