import { Badge } from '@react-spectrum/s2/Badge';
import { StatusLight, type StatusLightProps } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Store, StoreStatus } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

const colours: Readonly<Record<StoreStatus, NonNullable<StatusLightProps['variant']>>> = {
  creating: 'neutral',
  awaiting_authorization: 'informative',
  verifying: 'informative',
  active: 'positive',
  renewal_due: 'notice',
  expired: 'negative',
  disconnected: 'negative',
  deleted: 'neutral',
};

/** The status in words and colour, and the admin's pause beside it. */
export function StoreStatusLight({ store }: { readonly store: Pick<Store, 'status' | 'enabled' | 'sellerId'> }) {
  const { say } = useWords();
  const paused = !store.enabled && store.sellerId !== undefined && store.status !== 'deleted';
  return (
    <span className={style({ display: 'inline-flex', alignItems: 'center', gap: 8, flexWrap: 'wrap' })}>
      <StatusLight variant={colours[store.status]}>{say(`status.${store.status}`)}</StatusLight>
      {paused && (
        <Badge size="S" variant="neutral" fillStyle="subtle">
          {say('status.deactivated')}
        </Badge>
      )}
    </span>
  );
}
