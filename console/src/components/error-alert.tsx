import { Button } from '@react-spectrum/s2/Button';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ProblemError } from '../api/problem-error.ts';
import { useI18n } from '../messages/use-i18n.ts';

interface ErrorAlertProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What went wrong, and a way to retry. */
export function ErrorAlert({ error, title, onRetry }: ErrorAlertProps) {
  const { t, errorMessage } = useI18n();
  return (
    <div role="alert" className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}>
      <InlineAlert variant="negative">
        <Heading>{title ?? t('error.title')}</Heading>
        <Content>
          {errorMessage(error)}
          {error instanceof ProblemError && error.problem.status >= 500 && (
            <span className={style({ display: 'block', font: 'detail-sm', marginTop: 8 })}>
              {t('error.requestId', { id: error.problem.requestId })}
            </span>
          )}
        </Content>
      </InlineAlert>
      {onRetry && (
        <Button variant="secondary" onPress={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </div>
  );
}
