import { Button } from '@react-spectrum/s2/Button';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Component, type ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';

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
    <IllustratedMessage>
      <Heading level={1}>{say('trouble.crashTitle')}</Heading>
      <Content>{say('trouble.crash')}</Content>
      <ButtonGroup>
        <Button variant="accent" onPress={() => location.reload()}>
          {say('trouble.reload')}
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
