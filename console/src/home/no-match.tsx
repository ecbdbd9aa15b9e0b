import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';

/** No store matches the search and filters. */
export default function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useI18n();
  return (
    <IllustratedMessage styles={style({ marginX: 'auto', marginY: 32 })}>
      <Heading level={2}>{t('home.noMatchTitle')}</Heading>
      <Content>{t('home.noMatch')}</Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClear}>
          {t('home.clearFilters')}
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
