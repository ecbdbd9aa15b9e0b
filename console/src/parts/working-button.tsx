import { Button, type ButtonProps } from '@react-spectrum/s2/Button';
import { useWords } from '../messages/use-words.ts';

interface WorkingButtonProps extends Omit<ButtonProps, 'isPending' | 'children'> {
  readonly label: string;
  readonly isWorking: boolean;
}

/**
 * A button that says so while its work goes on, and keeps the focus. Not `isPending`: that is announced by a reference
 * to the button, which leads nowhere once the dialog around it has closed.
 */
export function WorkingButton({ label, isWorking, onPress, ...props }: WorkingButtonProps) {
  const { say } = useWords();
  return (
    <Button {...props} {...(onPress && !isWorking && { onPress })}>
      {isWorking ? say('action.working') : label}
    </Button>
  );
}
