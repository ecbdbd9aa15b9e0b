import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useWords } from '../messages/use-words.ts';

interface Choice<T extends string> {
  readonly id: T;
  readonly name: string;
  /** How many things it would show. */
  readonly count?: number;
}

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  /** Leaves the label to those who cannot see what the choice is about. */
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, chosen from a menu; far lighter than a picker, which the first page can do without. */
export function ChoiceMenu<T extends string>({ label, isLabelHidden, choices, value, onChange }: ChoiceMenuProps<T>) {
  const { number } = useWords();
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
          const chosen = choices.find(({ id }) => keys !== 'all' && keys.has(id));
          if (chosen) onChange(chosen.id);
        }}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.id} id={choice.id}>
            {choice.count === undefined ? choice.name : `${choice.name} (${number(choice.count)})`}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** After the words, where a picker has it; an icon of the button would stand before them. */
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
