import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useState } from 'react';
import type { Renewal } from '../api/look-ups.ts';
import { useWords } from '../messages/use-words.ts';
import { makeLinks } from './make-links.ts';

interface SelectionBarProps {
  readonly selected: readonly Renewal[];
  readonly onClear: () => void;
}

/** What can be done for many stores at once. */
export function SelectionBar({ selected, onClear }: SelectionBarProps) {
  const { say, trouble } = useWords();
  const [done, setDone] = useState<number>();
  const isBusy = done !== undefined;

  const run = async (how: 'copy' | 'mail') => {
    setDone(0);
    const { lines, failures } = await makeLinks(selected, how, setDone);
    setDone(undefined);
    if (lines.length > 0) await tell(how, lines);
    if (failures.length > 0)
      ToastQueue.negative(say('renewals.someFailed', { count: failures.length, why: trouble(failures[0]) }));
  };
  const tell = async (how: 'copy' | 'mail', lines: readonly string[]) => {
    if (how === 'mail')
      return void ToastQueue.positive(say('renewals.mailed', { count: lines.length }), { timeout: 8000 });
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      ToastQueue.positive(say('renewals.copied', { count: lines.length }), { timeout: 8000 });
    } catch {
      ToastQueue.info(say('link.copyByHand'));
    }
  };

  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 32 })}>
      <span role="status" className={style({ font: 'ui', marginEnd: 8 })}>
        {isBusy
          ? say('renewals.making', { done, count: selected.length })
          : say('renewals.selected', { count: selected.length })}
      </span>
      <Button
        size="S"
        variant="secondary"
        isDisabled={selected.length === 0 || isBusy}
        onPress={() => void run('copy')}
      >
        {say('renewals.copyLinks')}
      </Button>
      <Button
        size="S"
        variant="secondary"
        isDisabled={selected.length === 0 || isBusy}
        onPress={() => void run('mail')}
      >
        {say('renewals.mailLinks')}
      </Button>
      {selected.length > 0 && !isBusy && (
        <Button size="S" variant="secondary" fillStyle="outline" onPress={onClear}>
          {say('renewals.clear')}
        </Button>
      )}
    </div>
  );
}
