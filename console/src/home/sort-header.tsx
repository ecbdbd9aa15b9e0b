import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import SortDown from '@react-spectrum/s2/icons/SortDown';
import SortUp from '@react-spectrum/s2/icons/SortUp';
import type { StoreSort } from '../api/stores.ts';

interface SortHeaderProps {
  readonly label: string;
  readonly ascending: 'name' | 'expiresAt' | 'createdAt';
  readonly sort: StoreSort;
  readonly onSort: (sort: StoreSort) => void;
  readonly className: string;
}

/** A column header that sorts the list; pressing it again reverses the order. */
export function SortHeader({ label, ascending, sort, onSort, className }: SortHeaderProps) {
  const descending = `-${ascending}` as const;
  const direction = sort === ascending ? 'ascending' : sort === descending ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <ActionButton
        isQuiet
        size="S"
        styles={style({ marginStart: -8 })}
        onPress={() => onSort(direction === 'ascending' ? descending : ascending)}
      >
        <Text styles={style({ fontWeight: 'bold' })}>{label}</Text>
        {direction === 'ascending' && <SortUp />}
        {direction === 'descending' && <SortDown />}
      </ActionButton>
    </th>
  );
}
