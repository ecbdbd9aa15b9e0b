import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useWords } from '../messages/use-words.ts';

export function Loading() {
  const { say } = useWords();
  return (
    <div className={style({ display: 'flex', justifyContent: 'center', padding: 48 })}>
      <ProgressCircle isIndeterminate aria-label={say('page.loading')} />
    </div>
  );
}
