import { Button, type ButtonProps } from '@react-spectrum/s2/Button';
import { useI18n } from '../messages/use-i18n.ts';

interface WorkingButtonProps extends Omit<ButtonProps, 'isPending' | 'children'> {
  readonly label: string;
  readonly isWorking: boolean;
}

/**
 * A button that shows its progress and keeps the focus. Not `isPending`: its announcement refers to the button, which
 * is gone once its dialog has closed.
 */
export function WorkingButton({ label, isWorking, onPress, ...props }: WorkingButtonProps) {
  const { t } = useI18n();
  return (
    <Button {...props} onPress={isWorking ? undefined : onPress}>
      {isWorking ? t('action.working') : label}
    </Button>
  );
}
