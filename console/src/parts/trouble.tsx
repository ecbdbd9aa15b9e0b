import { Button } from '@react-spectrum/s2/Button';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ProblemError } from '../api/problem-error.ts';
import { useWords } from '../messages/use-words.ts';

interface TroubleProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong and offers the one thing to do about it. */
export function Trouble({ error, title, onRetry }: TroubleProps) {
  const { say, trouble } = useWords();
  return (
    <div role="alert" className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}>
      <InlineAlert variant="negative">
        <Heading>{title ?? say('trouble.title')}</Heading>
        <Content>
          {trouble(error)}
          {error instanceof ProblemError && error.problem.status >= 500 && (
            <span className={style({ display: 'block', font: 'detail-sm', marginTop: 8 })}>
              {say('trouble.requestId', { id: error.problem.requestId })}
            </span>
          )}
        </Content>
      </InlineAlert>
      {onRetry && (
        <Button variant="secondary" onPress={onRetry}>
          {say('trouble.retry')}
        </Button>
      )}
    </div>
  );
}
