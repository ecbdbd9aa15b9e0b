import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useState } from 'react';
import type { Renewal } from '../api/renewals.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { createLinks, type LinkDelivery } from './create-links.ts';

const noticeMs = 8000;
const deliveries = [
  ['copy', 'renewals.copyLinks'],
  ['mail', 'renewals.mailLinks'],
] as const;

interface SelectionBarProps {
  readonly selected: readonly Renewal[];
  readonly onClear: () => void;
}

/** Actions for many stores at once. */
export function SelectionBar({ selected, onClear }: SelectionBarProps) {
  const { t, errorMessage } = useI18n();
  const [done, setDone] = useState<number>();
  const isBusy = done !== undefined;

  const run = async (delivery: LinkDelivery) => {
    setDone(0);
    const { lines, failures } = await createLinks(selected, delivery, setDone);
    setDone(undefined);
    if (lines.length > 0) await notify(delivery, lines);
    if (failures.length > 0)
      ToastQueue.negative(t('renewals.someFailed', { count: failures.length, why: errorMessage(failures[0]) }));
  };
  const notify = async (delivery: LinkDelivery, lines: readonly string[]) => {
    if (delivery === 'mail')
      return void ToastQueue.positive(t('renewals.mailed', { count: lines.length }), { timeout: noticeMs });
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      ToastQueue.positive(t('renewals.copied', { count: lines.length }), { timeout: noticeMs });
    } catch {
      ToastQueue.info(t('link.copyByHand'));
    }
  };

  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 32 })}>
      <span role="status" className={style({ font: 'ui', marginEnd: 8 })}>
        {isBusy
          ? t('renewals.creatingLinks', { done, count: selected.length })
          : t('renewals.selected', { count: selected.length })}
      </span>
      {deliveries.map(([delivery, label]) => (
        <Button
          key={delivery}
          size="S"
          variant="secondary"
          isDisabled={selected.length === 0 || isBusy}
          onPress={() => void run(delivery)}
        >
          {t(label)}
        </Button>
      ))}
      {selected.length > 0 && !isBusy && (
        <Button size="S" variant="secondary" fillStyle="outline" onPress={onClear}>
          {t('renewals.clear')}
        </Button>
      )}
    </div>
  );
}
