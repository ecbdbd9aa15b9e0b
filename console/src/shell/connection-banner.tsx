import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLive } from '../api/live.tsx';
import { useWords } from '../messages/use-words.ts';

/** Says that what is shown may be old, for as long as the event stream is away. */
export function ConnectionBanner() {
  const { isLost } = useLive();
  const { say } = useWords();
  return (
    <div role="status">
      {isLost && (
        <p
          className={style({
            margin: 0,
            paddingX: { default: 16, sm: 32 },
            paddingY: 12,
            font: 'ui',
            backgroundColor: 'notice-subtle',
            color: 'neutral',
          })}
        >
          {say('connection.lost')}
        </p>
      )}
    </div>
  );
}
