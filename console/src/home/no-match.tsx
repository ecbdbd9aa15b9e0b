import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useWords } from '../messages/use-words.ts';

/** Stores there are, but none that is looked for. */
export default function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { say } = useWords();
  return (
    <IllustratedMessage styles={style({ marginX: 'auto', marginY: 32 })}>
      <Heading level={2}>{say('home.noMatchTitle')}</Heading>
      <Content>{say('home.noMatch')}</Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClear}>
          {say('home.clearFilters')}
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
