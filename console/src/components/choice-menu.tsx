import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useI18n } from '../messages/use-i18n.ts';

interface Choice<T extends string> {
  readonly id: T;
  readonly name: string;
  /** How many results it would show. */
  readonly count?: number;
}

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few choices. Much smaller than a picker, which the first page can do without. */
export function ChoiceMenu<T extends string>({ label, isLabelHidden, choices, value, onChange }: ChoiceMenuProps<T>) {
  const { formatNumber } = useI18n();
  const name = choices.find(({ id }) => id === value)?.name ?? value;
  return (
    <MenuTrigger>
      <ActionButton isQuiet={isLabelHidden === true} aria-label={`${label}: ${name}`}>
        <Text>
          {isLabelHidden ? name : `${label}: ${name}`}
          <Chevron />
        </Text>
      </ActionButton>
      <Menu
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const choice = choices.find(({ id }) => keys !== 'all' && keys.has(id));
          if (choice) onChange(choice.id);
        }}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.id} id={choice.id}>
            {choice.count === undefined ? choice.name : `${choice.name} (${formatNumber(choice.count)})`}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** After the label, as in a picker; a button's own icon would come before it. */
function Chevron() {
  return (
    <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true" className={style({ marginStart: 8 })}>
      <path
        d="m1 1 4 4 4-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
