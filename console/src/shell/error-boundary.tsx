import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Component, type ReactNode } from 'react';
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from '../components/page.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Replaces a page that crashed by a message, and keeps the rest of the console working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <CrashMessage /> : this.props.children;
  }
}

function CrashMessage() {
  const { t } = useI18n();
  return (
    <Page title={t('error.crashTitle')}>
      <p className={style({ font: 'body', margin: 0 })}>{t('error.crash')}</p>
      <div>
        <Button variant="accent" onPress={() => location.reload()}>
          {t('error.reload')}
        </Button>
      </div>
    </Page>
  );
}
