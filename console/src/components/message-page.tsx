import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from './page.tsx';

/** A page with nothing but a message and the way home. */
export function MessagePage({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useI18n();
  return (
    <Page title={title}>
      <p className={style({ font: 'body', margin: 0 })}>{text}</p>
      <div>
        <LinkButton variant="accent" href="/">
          {t('notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
